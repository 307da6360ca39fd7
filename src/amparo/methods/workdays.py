"""Time limits in working days.

The day of the event is not counted, as in Regulation (EEC, Euratom) No 1182/71, Article 3(1).
A limit of n working days ends on the n-th working day after the local date of the event, at
the local clock time of the event. An event on a weekend or a holiday counts from the next
working day, which is day one: Saturday, Sunday and Friday have the same first day, Monday.

Results are in UTC: two datetimes of one zone with a change of clocks between them compare and
subtract wrongly in Python, which looks at their clock times only.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

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
    following = _working_days_after(local.date(), holidays, weekend)
    due = next(islice(following, days - 1, None))
    return datetime.combine(due, local.time(), tzinfo=tz).astimezone(UTC)


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
    if last < first:
        return -_count(last, first, holidays, weekend)
    return _count(first, last, holidays, weekend)


def _count(first: date, last: date, holidays: Collection[date], weekend: Collection[int]) -> int:
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    free = _free_days(holidays)
    _check(weekend)
    return sum(day.weekday() not in weekend and day not in free for day in days)


def _working_days_after(
    day: date, holidays: Collection[date], weekend: Collection[int]
) -> Iterator[date]:
    free = _free_days(holidays)
    _check(weekend)
    while True:
        day += timedelta(days=1)
        if day.weekday() not in weekend and day not in free:
            yield day


def _local(moment: datetime, tz: tzinfo) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone.")
    return moment.astimezone(tz)


def _free_days(holidays: Collection[date]) -> frozenset[date]:
    """Holidays as plain dates: a datetime never equals a date, and would be passed over."""
    return frozenset(day.date() if isinstance(day, datetime) else day for day in holidays)


def _check(weekend: Collection[int]) -> None:
    if set(weekend) >= set(range(7)):
        raise ValueError("A week needs a working day.")
