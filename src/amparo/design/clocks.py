"""How long until a moment, or since it, in words that need no colour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SOON = timedelta(hours=24)
MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True)
class Clock:
    """`state` is late, soon or later."""

    state: str
    icon: str
    words: str


def read_clock(moment: datetime, now: datetime) -> Clock:
    """Minutes up to an hour, hours up to two days, then days; always rounded down."""
    left = moment - now
    seconds = int(abs(left).total_seconds())
    if seconds < MINUTE:
        return Clock("soon", "clock", _("due now"))
    if left < timedelta(0):
        return Clock("late", "alert-triangle", late_by(seconds))
    if left <= SOON:
        return Clock("soon", "clock", due_in(seconds))
    return Clock("later", "calendar", due_in(seconds))


def due_in(seconds: int) -> str:
    if seconds < HOUR:
        n = seconds // MINUTE
        return ngettext("due in %(n)d minute", "due in %(n)d minutes", n) % {"n": n}
    if seconds < 2 * DAY:
        n = seconds // HOUR
        return ngettext("due in %(n)d hour", "due in %(n)d hours", n) % {"n": n}
    n = seconds // DAY
    return ngettext("due in %(n)d day", "due in %(n)d days", n) % {"n": n}


def late_by(seconds: int) -> str:
    if seconds < HOUR:
        n = seconds // MINUTE
        return ngettext("late by %(n)d minute", "late by %(n)d minutes", n) % {"n": n}
    if seconds < 2 * DAY:
        n = seconds // HOUR
        return ngettext("late by %(n)d hour", "late by %(n)d hours", n) % {"n": n}
    n = seconds // DAY
    return ngettext("late by %(n)d day", "late by %(n)d days", n) % {"n": n}
