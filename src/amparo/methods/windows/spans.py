"""On which days a window is open, and how an ask stands on a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from amparo.methods.sessions import Body, Span, bodies

from .kinds import (
    YEARS_BEGIN,
    AfterSession,
    AtSession,
    BetweenSessions,
    Day,
    Days,
    Every,
    Limit,
    Period,
    Undated,
    Window,
    Within,
    Yearly,
)

ONE_DAY = timedelta(days=1)
SESSIONS = range(1, 400)
# Beyond this many years no session and no 29 February is missed.
FAR = 10


def spans(window: Window, since: date, until: date) -> list[Span]:
    """Those that share a day with `since` to `until`, in order, each whole.

    A deadline is its last day. A window without a date, or of a body without a calendar, has none.
    """
    if isinstance(window, Yearly):
        found = _each_year(window, since, until)
    elif isinstance(window, Every):
        found = _each_time(window, since, until)
    elif isinstance(window, BetweenSessions):
        found = _gaps(bodies().get(window.body))
    else:
        found = _once(window)
    return [span for span in found if span.first <= until and since <= span.last]


def _once(window: Window) -> Iterator[Span]:
    match window:
        case Days(first, last):
            yield Span(first.first, (last or first).last)
        case Limit("before", day) if day.first > date.min:
            yield Span(day.first - ONE_DAY, day.first - ONE_DAY)
        case Limit("by" | "until", day):
            yield Span(day.last, day.last)
        case Within(period, Day() as since):
            yield from _span(since.first, period)
        case AtSession():
            yield from filter(None, [_session(window)])
        case AfterSession(session) if span := _session(session):
            yield Span(span.last + ONE_DAY, date.max)


def _span(since: date, period: Period) -> Iterator[Span]:
    try:
        yield Span(since, period.after(since))
    except (OverflowError, ValueError):
        return


def _session(session: AtSession) -> Span | None:
    if session.number is None:
        return None
    if session.number >= YEARS_BEGIN:
        year = Day(session.number)
        return Span(year.first, year.last)
    body = bodies().get(session.body)
    return body.span(session.number) if body else None


def _each_year(window: Yearly, since: date, until: date) -> Iterator[Span]:
    for year in range(since.year, until.year + 1):
        try:
            day = date(year, window.month, window.day)
        except ValueError:  # 29 February
            continue
        yield Span(day, day)


def _each_time(window: Every, since: date, until: date) -> Iterator[Span]:
    start = window.since
    first = _session(start) if isinstance(start, AtSession) else _whole(start)
    if first is None:
        return
    time = _times_before(window.period, first, since)
    before = None
    while (span := _nth(window, first, time)) and span.first <= until:
        if span != before:
            yield span
        before = span
        time += 1


def _whole(day: Day | None) -> Span | None:
    return Span(day.first, day.last) if day else None


def _times_before(period: Period, first: Span, since: date) -> int:
    """How often it has surely come before: counted from there, not from the beginning."""
    length = {"y": 366, "m": 31, "d": 1}[period.unit] * period.count
    days = (since - first.last).days - 2 * 366
    return max(0, days // length - 1)


def _nth(window: Every, first: Span, time: int) -> Span | None:
    """A session is followed by the session so many years later; a year, a month or a day by the
    like of it."""
    start, period = window.since, window.period
    body = bodies().get(start.body) if isinstance(start, AtSession) else None
    if isinstance(start, AtSession) and (start.number or 0) < YEARS_BEGIN and period.unit == "y":
        return _so_many_years_after(body, first, period.count * time)
    try:
        begins = period.after(first.first, time)
        ends = period.after(first.last + ONE_DAY, time) - ONE_DAY
    except (OverflowError, ValueError):
        return None
    return Span(begins, ends)


def _so_many_years_after(body: Body | None, first: Span, years: int) -> Span | None:
    """The session that opens in that year, or the first one after it; of several, the one of the
    same month."""
    known = filter(None, (body.span(number) for number in SESSIONS) if body else ())
    year = first.first.year + years
    return next((
        span
        for span in known
        if span.first.year >= year
        and (body is None or body.thrice is None or span.first.month == first.first.month)
    ), None)  # fmt: skip


def _gaps(body: Body | None) -> Iterator[Span]:
    known = (body.span(number) for number in SESSIONS) if body else iter(())
    ended: date | None = None
    for span in filter(None, known):
        if ended and ended + ONE_DAY < span.first:
            yield Span(ended + ONE_DAY, span.first - ONE_DAY)
        ended = span.last


@dataclass(frozen=True)
class Standing:
    """`open`: the span that today is in; `next`: the first one to come; `past`: the last one over.

    `undated`: the windows that no calendar can place.
    """

    open: Span | None
    next: Span | None
    past: Span | None
    undated: tuple[Window, ...]

    @property
    def state(self) -> Literal["open", "next", "past", "undated"]:
        if self.open:
            return "open"
        if self.next:
            return "next"
        return "past" if self.past else "undated"


def standing(windows: Sequence[Window], today: date) -> Standing:
    """Of several windows together: a limit cuts short what begins before it."""
    found = {window: _around(window, today) for window in windows}
    everywhere = list(_ended([span for each in found.values() for span in each], windows))
    return Standing(
        open=min((s for s in everywhere if s.first <= today <= s.last), key=_end, default=None),
        next=min((s for s in everywhere if today < s.first), key=_begin, default=None),
        past=max((s for s in everywhere if s.last < today), key=_end, default=None),
        undated=tuple(each for each in windows if not found[each]),
    )


def _around(window: Window, today: date) -> list[Span]:
    """Enough of them to know the one before and the one after."""
    if isinstance(window, Undated):
        return []
    if not isinstance(window, Yearly | Every):
        return spans(window, date.min, date.max)
    count = window.period.count if isinstance(window, Every) else 1
    years = count + FAR if not isinstance(window, Every) or window.period.unit == "y" else FAR
    if isinstance(window, Every) and window.period.unit == "m":
        years += count // 12
    if isinstance(window, Every) and window.period.unit == "d":
        years += count // 365
    start = _begins(window)
    middle = max(today, start) if start else today
    since = date(max(middle.year - years, 1), 1, 1)
    return spans(window, since, date(min(middle.year + years, 9999), 12, 31))


def _begins(window: Yearly | Every) -> date | None:
    if isinstance(window, Yearly) or window.since is None:
        return None
    if isinstance(window.since, AtSession):
        span = _session(window.since)
        return span.first if span else None
    return window.since.first


def _ended(found: Iterable[Span], windows: Sequence[Window]) -> Iterator[Span]:
    limits = [span.last for each in windows if isinstance(each, Limit) for span in _once(each)]
    for span in found:
        cut = bool(limits) and span.first <= max(limits) < span.last
        yield Span(span.first, max(limits)) if cut else span


def _begin(span: Span) -> tuple[date, date]:
    return span.first, span.last


def _end(span: Span) -> tuple[date, date]:
    return span.last, span.first
