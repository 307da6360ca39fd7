"""Time limits in working days.

The day of the event is not counted, as in Regulation (EEC, Euratom) No 1182/71, Article 3(1).
A limit of n working days ends on the n-th working day after the local date of the event, at
the local clock time of the event. An event on a weekend or a holiday counts from the next
working day, which is day one: Saturday, Sunday and Friday have the same first day, Monday. A
date that a zone left out when it crossed the date line (Apia, 30 December 2011) is no day at all.

Results are in UTC: two datetimes of one zone with a change of clocks between them compare and
subtract wrongly in Python, which looks at their clock times only.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile

DAY, NOON = timedelta(days=1), time(12)
SATURDAY_SUNDAY = (5, 6)
"""As `date.weekday` numbers them; many countries rest on Friday and Saturday: (4, 5)."""


def add_working_days(
    start: datetime,
    days: int,
    *,
    holidays: Collection[date],
    tz: tzinfo,
    weekend: Collection[int] = SATURDAY_SUNDAY,
) -> datetime:
    """The end of a limit of `days` working days from `start`, in UTC; zero days end at `start`.

    Where a change of clocks skips that time of day, the limit ends as much later as the clocks
    went forward; where it comes twice, at the first. Raises ValueError for a start without a
    time zone, a negative number of days, or a weekend of seven days.
    """
    local = _local(start, tz)
    if days < 0:
        raise ValueError(f"A time limit cannot have {days} working days.")
    if days == 0:
        return start.astimezone(UTC)
    following = _working_days_after(local.date(), holidays, weekend, tz)
    return _at(next(islice(following, days - 1, None)), local.time(), tz)


def add_days(start: datetime, days: int, *, tz: tzinfo) -> datetime:
    """The end of a limit of `days` days of the calendar, at the same local time of day, in UTC."""
    return add_working_days(start, days, holidays=(), tz=tz, weekend=())


def count_again(
    due: datetime,
    *,
    paused: datetime,
    resumed: datetime,
    holidays: Collection[date],
    tz: tzinfo,
    weekend: Collection[int] = SATURDAY_SUNDAY,
) -> datetime:
    """The new end, in UTC, of a limit in working days that stood still from `paused` to `resumed`.

    The working days that were left are counted again from the resumption, to the local time of
    day of `due`. With none left it ends at the first such time on a working day that is not before
    the resumption. Raises ValueError as `add_working_days` does, and if they are not in order.
    """
    if not paused <= due or not paused <= resumed:
        raise ValueError("A limit is paused before it ends, and resumed after that.")
    at, back = _local(due, tz).time(), _local(resumed, tz).date()
    left = working_days_between(paused, due, holidays=holidays, tz=tz, weekend=weekend)
    days = _working_days_after(back if left else back - DAY, holidays, weekend, tz)
    ends = (_at(day, at, tz) for day in islice(days, max(left - 1, 0), None))
    return next(end for end in ends if end >= resumed)


def working_days_between(
    start: datetime,
    end: datetime,
    *,
    holidays: Collection[date],
    tz: tzinfo,
    weekend: Collection[int] = SATURDAY_SUNDAY,
) -> int:
    """How many working days after the local date of `start`, up to and with that of `end`.

    Negative when `end` comes before `start`. Raises ValueError as `add_working_days` does.
    """
    first, last = _local(start, tz).date(), _local(end, tz).date()
    early, late = sorted((first, last))
    days = _working_days_after(early, holidays, weekend, tz)
    count = sum(1 for _ in takewhile(lambda day: day <= late, days))
    return count if first <= last else -count


def _working_days_after(
    day: date, holidays: Collection[date], weekend: Collection[int], tz: tzinfo
) -> Iterator[date]:
    free = _free_days(holidays)
    if set(weekend) >= set(range(7)):
        raise ValueError("A week needs a working day.")
    while True:
        day += DAY
        if day.weekday() not in weekend and day not in free and _was(day, tz):
            yield day


def _was(day: date, tz: tzinfo) -> bool:
    """Whether the zone had this date: noon there is on it."""
    return _at(day, NOON, tz).astimezone(tz).date() == day


def _at(day: date, at: time, tz: tzinfo) -> datetime:
    return datetime.combine(day, at, tzinfo=tz).astimezone(UTC)


def _local(moment: datetime, tz: tzinfo) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone.")
    return moment.astimezone(tz)


def _free_days(holidays: Collection[date]) -> frozenset[date]:
    """Holidays as plain dates: a datetime never equals a date, and would be passed over."""
    return frozenset(day.date() if isinstance(day, datetime) else day for day in holidays)
