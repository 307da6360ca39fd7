"""When what a paragraph asks is due: found in its words, written, and laid on the calendar.

for found in windows(text, "fr", speaker="GA", said_on=date(2017, 12, 19)):
    print(found.text, found.window.code, said(found.window, "fr"))
standing(read("every:4y from:GA72"), today).next
"""

from .days import happened
from .found import Found
from .kinds import (
    AfterEvent,
    AfterSession,
    AtSession,
    BetweenSessions,
    Day,
    Days,
    Every,
    Limit,
    NextReport,
    Period,
    Undated,
    Window,
    Within,
    Yearly,
)
from .phrases import windows
from .reading import NotAWindow, read
from .register import register
from .spans import Standing, spans, standing
from .words import said

__all__ = [
    "AfterEvent",
    "AfterSession",
    "AtSession",
    "BetweenSessions",
    "Day",
    "Days",
    "Every",
    "Found",
    "Limit",
    "NextReport",
    "NotAWindow",
    "Period",
    "Standing",
    "Undated",
    "Window",
    "Within",
    "Yearly",
    "happened",
    "read",
    "register",
    "said",
    "spans",
    "standing",
    "windows",
]
