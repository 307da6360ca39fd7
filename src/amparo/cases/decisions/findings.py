"""What a decision says of each form of exploitation, and for which months: the parts, checked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from amparo.access.standing import Refused
from amparo.cases.machine import State
from amparo.people.codes import listed

FOUND, NOT_FOUND = "found", "not_found"
STANDINGS = (FOUND, NOT_FOUND)
POSITIVE = (State.PRESUMED, State.CONFIRMED)
WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")
EARLIEST = 1900


@dataclass(frozen=True)
class When:
    """A month, or a year whose month is not known (`month` 0)."""

    year: int
    month: int = 0

    @property
    def first(self) -> tuple[int, int]:
        return (self.year, self.month or 1)

    @property
    def last(self) -> tuple[int, int]:
        return (self.year, self.month or 12)

    def is_after(self, day: date) -> bool:
        return self.first > (day.year, day.month)


def when(text: str) -> When:
    """Of "2024" or "2024-03". Raises ValueError."""
    found = WRITTEN.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month = int(found["year"]), int(found["month"] or 0)
    if year < EARLIEST or month > 12 or found["month"] == "00":
        raise ValueError(text)
    return When(year, month)


@dataclass(frozen=True)
class Finding:
    """Of one form and one period; an empty end is not known, or not over."""

    form: str
    standing: str
    since: str = ""
    until: str = ""


def end_before_beginning(since: str, until: str) -> bool:
    return bool(since and until) and when(until).last < when(since).first


def refuse_unless_sound(outcome: State, findings: Sequence[Finding], today: date) -> None:
    """Raises Refused with the first thing that cannot be."""
    if not findings:
        raise Refused(_("A decision says of at least one form whether it is found."))
    for finding in findings:
        _refuse_unless_possible(finding, today)
    if len({*findings}) < len(findings):
        raise Refused(_("The same form and period stands here twice."))
    if said_against(outcome, findings):
        raise Refused(said_against(outcome, findings))


def _refuse_unless_possible(finding: Finding, today: date) -> None:
    if finding.form not in listed("forms") or finding.standing not in STANDINGS:
        raise Refused(_("A finding names a form of exploitation, and says whether it is found."))
    try:
        ends = [when(text) for text in (finding.since, finding.until) if text]
    except ValueError:
        raise Refused(_("A period is written as a year, or as a year and a month.")) from None
    if any(end.is_after(today) for end in ends):
        raise Refused(_("A period that was found cannot lie in the future."))
    if end_before_beginning(finding.since, finding.until):
        raise Refused(_("A period cannot end before it begins."))


def said_against(outcome: State, findings: Iterable[Finding]) -> str:
    """The sentence where the result and the findings contradict each other, or nothing."""
    found = any(finding.standing == FOUND for finding in findings)
    if outcome in POSITIVE and not found:
        return _("A decision for the person needs at least one form that is found.")
    if outcome not in POSITIVE and found:
        return _("A form is found: the decision cannot then be that there is none.")
    return ""
