"""Limits in working days end where a calendar on the wall says they do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.workdays import add_working_days, working_days_between

LISBON = ZoneInfo("Europe/Lisbon")
ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Lisbon", "Asia/Kolkata", "Pacific/Chatham")]
MAY_DAY = date(2026, 5, 1)  # a Friday


def lisbon(*clock: int) -> datetime:
    year, month, day, hour, minute = clock
    return datetime(year, month, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (lisbon(2026, 4, 27, 10, 30), 1, lisbon(2026, 4, 28, 10, 30)),
        (lisbon(2026, 4, 24, 10, 30), 1, lisbon(2026, 4, 27, 10, 30)),
        (lisbon(2026, 4, 25, 10, 30), 1, lisbon(2026, 4, 27, 10, 30)),
        (lisbon(2026, 4, 26, 23, 59), 1, lisbon(2026, 4, 27, 23, 59)),
        (lisbon(2026, 4, 27, 10, 30), 5, lisbon(2026, 5, 5, 10, 30)),
        (lisbon(2026, 5, 1, 10, 30), 1, lisbon(2026, 5, 4, 10, 30)),
        (lisbon(2026, 4, 25, 10, 30), 0, lisbon(2026, 4, 25, 10, 30)),
    ],
)
def test_weekends_holidays_and_the_day_itself_are_not_counted(
    start: datetime, days: int, due: datetime
) -> None:
    assert add_working_days(start, days, holidays=[MAY_DAY], tz=LISBON) == due


def test_the_clock_time_stays_when_the_clocks_change() -> None:
    """Lisbon went to summer time on 29 March 2026: the limit is 23 hours a day shorter once."""
    start = lisbon(2026, 3, 27, 17, 0)
    due = add_working_days(start, 1, holidays=[], tz=LISBON)
    assert due.astimezone(LISBON).hour == 17
    assert due - start.astimezone(UTC) == timedelta(days=3) - timedelta(hours=1)


def test_a_time_that_the_clocks_skip_ends_as_much_later() -> None:
    start = datetime(2026, 3, 28, 1, 30, tzinfo=LISBON)
    due = add_working_days(start, 1, holidays=[], tz=LISBON, weekend=[])
    assert due == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert (due.astimezone(LISBON).hour, due.astimezone(LISBON).minute) == (2, 30)


def test_a_time_that_comes_twice_ends_at_the_first() -> None:
    start = datetime(2026, 10, 24, 1, 30, tzinfo=LISBON)
    due = add_working_days(start, 1, holidays=[], tz=LISBON, weekend=[])
    assert due == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_day_is_the_one_of_the_place_and_not_of_the_server() -> None:
    """Friday 23:30 in UTC is Saturday in Kolkata."""
    start = datetime(2026, 4, 24, 23, 30, tzinfo=UTC)
    due = add_working_days(start, 1, holidays=[], tz=ZoneInfo("Asia/Kolkata"))
    assert due.astimezone(ZoneInfo("Asia/Kolkata")).date() == date(2026, 4, 27)


def test_a_holiday_given_with_a_time_is_still_a_holiday() -> None:
    start = lisbon(2026, 4, 30, 9, 0)
    due = add_working_days(start, 1, holidays=[datetime(2026, 5, 1, tzinfo=UTC)], tz=LISBON)
    assert due == lisbon(2026, 5, 4, 9, 0)


def test_input_that_makes_no_limit_is_refused() -> None:
    start = lisbon(2026, 4, 27, 10, 30)
    with pytest.raises(ValueError, match="no time zone"):
        add_working_days(start.replace(tzinfo=None), 1, holidays=[], tz=LISBON)
    with pytest.raises(ValueError, match="cannot have -1"):
        add_working_days(start, -1, holidays=[], tz=LISBON)
    with pytest.raises(ValueError, match="needs a working day"):
        add_working_days(start, 1, holidays=[], tz=LISBON, weekend=range(7))
    with pytest.raises(ValueError, match="needs a working day"):
        working_days_between(start, start, holidays=[], tz=LISBON, weekend=range(7))


moments = st.datetimes(
    datetime(2019, 12, 1),  # hypothesis adds the zone
    datetime(2020, 12, 1),
    timezones=st.just(UTC),
)
rests = st.tuples(
    st.sets(st.integers(0, 6), max_size=6),
    st.sets(st.dates(date(2020, 1, 1), date(2020, 3, 1)), max_size=15),
)
zones = st.sampled_from(ZONES)


def a_calendar_on_the_wall(first: date, free: set[date], weekend: set[int]) -> list[date]:
    """The next 400 days, each struck out or not."""
    days = [first + timedelta(days=n) for n in range(1, 400)]
    return [day for day in days if day.weekday() not in weekend and day not in free]


@given(moments, st.integers(1, 30), rests, zones)
def test_the_limit_ends_on_the_day_that_the_calendar_says(
    start: datetime, days: int, rest: tuple[set[int], set[date]], tz: ZoneInfo
) -> None:
    weekend, free = rest
    local = start.astimezone(tz)
    due = add_working_days(start, days, holidays=free, tz=tz, weekend=weekend)
    day = a_calendar_on_the_wall(local.date(), free, weekend)[days - 1]
    assert due.astimezone(tz).date() == day
    assert due == datetime.combine(day, local.time(), tzinfo=tz).astimezone(UTC)
    assert working_days_between(start, due, holidays=free, tz=tz, weekend=weekend) == days


@given(moments, moments, rests, zones)
def test_days_between_count_backwards_as_they_count_forwards(
    start: datetime, end: datetime, rest: tuple[set[int], set[date]], tz: ZoneInfo
) -> None:
    weekend, free = rest
    forth = working_days_between(start, end, holidays=free, tz=tz, weekend=weekend)
    back = working_days_between(end, start, holidays=free, tz=tz, weekend=weekend)
    assert forth == -back
