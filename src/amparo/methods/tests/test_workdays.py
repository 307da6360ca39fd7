"""Limits in working days end where a calendar on the wall says they do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.workdays import (
    add_days,
    add_working_days,
    count_again,
    working_days_between,
)

LISBON = ZoneInfo("Europe/Lisbon")
ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Lisbon", "Asia/Kolkata", "Pacific/Chatham")]
# Summer time, none any more since 2022, and a day that was left out: 30 December 2011.
PAUSING = [
    ZoneInfo(name) for name in ("America/New_York", "Europe/Paris", "Asia/Tehran", "Pacific/Apia")
]
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


def lived_days(start: datetime, tz: ZoneInfo) -> list[date]:
    """Every date that a clock on the wall there shows from `start` on, for 130 days."""
    seen = (start.astimezone(UTC) + timedelta(hours=n) for n in range(130 * 24))
    return sorted({moment.astimezone(tz).date() for moment in seen})


def reference_count_again(
    due: datetime, still: tuple[datetime, datetime], tz: ZoneInfo, rest: set[date]
) -> datetime:
    """Day by day on paper: strike one day after the other."""
    paused, resumed = still
    at, stop, back = due.astimezone(tz).time(), paused.astimezone(tz), resumed.astimezone(tz)
    worked = [day for day in lived_days(paused, tz) if day.weekday() < 5 and day not in rest]
    left = sum(stop.date() < day <= due.astimezone(tz).date() for day in worked)
    for day in lived_days(resumed, tz):
        if day.weekday() >= 5 or day in rest:
            continue
        left -= day > back.date()
        end = datetime.combine(day, at, tzinfo=tz).astimezone(UTC)
        if left <= 0 and end >= resumed:
            return end
    raise AssertionError("not within 130 days")


eventful = st.one_of(
    st.datetimes(datetime(2011, 12, 1), datetime(2012, 3, 31), timezones=st.just(UTC)),
    st.datetimes(datetime(2024, 2, 1), datetime(2024, 11, 30), timezones=st.just(UTC)),
)


spans = st.tuples(
    st.integers(0, 15),
    st.timedeltas(timedelta(0), timedelta(days=20)),
    st.timedeltas(timedelta(0), timedelta(days=40)),
)
free = st.sets(st.sampled_from([date(2012, 1, 2), date(2024, 2, 29), date(2024, 5, 1)]))


@given(eventful, spans, st.sampled_from(PAUSING), free)
def test_a_paused_limit_counts_its_days_again_as_on_paper(
    start: datetime, span: tuple[int, timedelta, timedelta], tz: ZoneInfo, rest: set[date]
) -> None:
    days, run, still = span
    due = add_working_days(start, days, holidays=rest, tz=tz)
    paused = min(start + run, due)
    resumed = paused + still
    found = count_again(due, paused=paused, resumed=resumed, holidays=rest, tz=tz)
    assert found == reference_count_again(due, (paused, resumed), tz, rest)
    assert found >= resumed
    assert found.astimezone(tz).date() not in rest


def test_a_limit_that_never_stood_still_ends_when_it_would_have() -> None:
    start = lisbon(2026, 4, 27, 10, 30)
    due = add_working_days(start, 5, holidays=[MAY_DAY], tz=LISBON)
    moment = lisbon(2026, 4, 29, 23, 0)
    again = count_again(due, paused=moment, resumed=moment, holidays=[MAY_DAY], tz=LISBON)
    assert again == due


def test_a_limit_paused_on_its_last_day_ends_at_its_hour_on_a_day_people_work() -> None:
    due, paused = lisbon(2026, 4, 28, 16, 0), lisbon(2026, 4, 28, 10, 0)
    for resumed, ends in (
        (lisbon(2026, 4, 30, 15, 0), lisbon(2026, 4, 30, 16, 0)),
        (lisbon(2026, 4, 30, 17, 0), lisbon(2026, 5, 4, 16, 0)),  # May Day and a weekend between
        (lisbon(2026, 5, 2, 9, 0), lisbon(2026, 5, 4, 16, 0)),
    ):
        assert count_again(
            due, paused=paused, resumed=resumed, holidays=[MAY_DAY], tz=LISBON
        ) == ends  # fmt: skip


def test_a_pause_out_of_order_is_refused() -> None:
    due, moment = lisbon(2026, 4, 28, 16, 0), lisbon(2026, 4, 27, 16, 0)
    for paused, resumed in ((due + timedelta(hours=1), due + timedelta(hours=2)), (due, moment)):
        with pytest.raises(ValueError, match="paused before it ends"):
            count_again(due, paused=paused, resumed=resumed, holidays=[], tz=LISBON)


def test_thirty_days_keep_the_hour_and_are_never_days_that_nobody_lived() -> None:
    assert add_days(lisbon(2026, 3, 1, 9, 0), 30, tz=LISBON) == lisbon(2026, 3, 31, 9, 0)
    assert add_days(lisbon(2024, 2, 28, 9, 0), 2, tz=LISBON) == lisbon(2024, 3, 1, 9, 0)
    apia = ZoneInfo("Pacific/Apia")
    start = datetime(2011, 12, 29, 9, 0, tzinfo=apia)
    assert add_days(start, 1, tz=apia) == datetime(2011, 12, 31, 9, 0, tzinfo=apia)


@given(eventful, st.integers(1, 60), st.sampled_from(PAUSING))
def test_days_are_counted_as_a_clock_on_the_wall_shows_them(
    start: datetime, days: int, tz: ZoneInfo
) -> None:
    ends = add_days(start, days, tz=tz)
    day = lived_days(start, tz)[days]
    assert ends == datetime.combine(day, start.astimezone(tz).time(), tzinfo=tz).astimezone(UTC)
