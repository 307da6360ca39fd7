"""The written form of windows, as commitments/data/README.md lists it, read back."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import cast, get_args

from .kinds import (
    AfterEvent,
    AfterSession,
    AtSession,
    BetweenSessions,
    Day,
    Days,
    Edge,
    Every,
    Limit,
    NextReport,
    Period,
    Undated,
    Unit,
    Vague,
    Window,
    Within,
    Yearly,
)

DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
SESSION = re.compile(r"([A-Z](?:[A-Z-]*[A-Z])?)([1-9]\d{0,3})?")
BODY = re.compile(r"(?:[A-Z](?:[A-Z-]*[A-Z])?)?")
EVENT = re.compile(r"(?!-)(?!.*--)[a-z0-9-]+(?<!-)")
PERIOD = re.compile(r"([1-9]\d{0,3})([ymd])")


class NotAWindow(ValueError):
    """`token`: the word that is no window, as it was written."""

    def __init__(self, token: str) -> None:
        super().__init__(f"not a window: {token!r}")
        self.token = token


def read(codes: str) -> tuple[Window, ...]:
    """In the order in which they stand; raises NotAWindow."""
    tokens = codes.split()
    if not tokens:
        raise NotAWindow(codes)
    return tuple(_windows(tokens))


def _windows(tokens: list[str]) -> Iterator[Window]:
    for token, following in pairwise([*tokens, ""]):
        kind, _, value = token.partition(":")
        since = following.removeprefix("from:") if following.startswith("from:") else ""
        if kind in ("every", "within"):
            yield _counted(token, kind, value, since)
        elif kind != "from":
            yield _one(token, kind, value)
    for before, token in pairwise(["", *tokens]):
        if token.startswith("from:") and not before.startswith(("every:", "within:")):
            raise NotAWindow(token)


def _one(token: str, kind: str, value: str) -> Window:
    if token in get_args(Vague):
        return Undated(cast(Vague, token))
    reader = READERS.get(kind)
    found = reader(value) if reader and ":" in token else None
    if found is None:
        raise NotAWindow(token)
    return found


def _counted(token: str, kind: str, value: str, since: str) -> Window:
    period = PERIOD.fullmatch(value)
    if not period:
        raise NotAWindow(token)
    counted = Period(int(period[1]), cast(Unit, period[2]))
    day = _day(since)
    if kind == "within" and (day or not since):
        return Within(counted, day)
    start = day or _numbered(since)
    if kind == "within" or (since and not start):
        raise NotAWindow(f"from:{since}")
    return Every(counted, start)


def _day(value: str) -> Day | None:
    found = DAY.fullmatch(value)
    if not found:
        return None
    month, day = (int(part) if part else None for part in found.group(2, 3))
    try:
        return Day(int(found[1]), month, day)
    except ValueError:
        return None


def _days(value: str) -> Days | None:
    first, slash, last = value.partition("/")
    begin, end = _day(first), _day(last)
    if begin is None or (slash and (end is None or end.last < begin.first)):
        return None
    return Days(begin, end)


def _limit(kind: Edge) -> Callable[[str], Limit | None]:
    def limit(value: str) -> Limit | None:
        day = _day(value)
        return Limit(kind, day) if day else None

    return limit


def _session(value: str) -> AtSession | None:
    found = SESSION.fullmatch(value)
    if not found:
        return AtSession("") if value == "" else None
    return AtSession(found[1], int(found[2]) if found[2] else None)


def _numbered(value: str) -> AtSession | None:
    session = _session(value)
    return session if session and session.number else None


def _after(value: str) -> AfterEvent | AfterSession | None:
    session = _numbered(value)
    if session:
        return AfterSession(session)
    return AfterEvent(value) if EVENT.fullmatch(value) else None


def _yearly(value: str) -> Yearly | None:
    found = MONTH_DAY.fullmatch(value)
    if not found:
        return None
    try:
        return Yearly(int(found[1]), int(found[2]))
    except ValueError:
        return None


READERS: Mapping[str, Callable[[str], Window | None]] = {
    "on": _days,
    "by": _limit("by"),
    "before": _limit("before"),
    "until": _limit("until"),
    "session": _session,
    "between-sessions": lambda value: BetweenSessions(value) if BODY.fullmatch(value) else None,
    "next-report": lambda value: NextReport(value) if BODY.fullmatch(value) else None,
    "after": _after,
    "yearly": _yearly,
}
