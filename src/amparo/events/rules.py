"""What must hold before something is written: pure questions, each answered by one sentence."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

NOT_KNOWN = "unknown"


def episode_hindrance(since: date, until: date | None, *, precise: bool, today: date) -> str:
    """`precise`: whether a precision of the end was given, which goes with its day alone."""
    if since > today or (until and until > today):
        return _("Nothing is written down before it has happened.")
    if until and until < since:
        return _("It ended before it began: look at both days again.")
    if (until is not None) != precise:
        return _("Give the last day together with how sure it is, or neither while it lasts.")
    return ""


def languages_hindrance(before: Sequence[str], after: Sequence[str]) -> str:
    if list(before) == list(after):
        return _("These are the languages of the file already.")
    return ""
