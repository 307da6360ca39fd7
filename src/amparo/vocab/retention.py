"""How long a country keeps what, as data: which files, counted from when, and then what.

A rule only proposes: nothing is erased without two persons (security design, 3.1).
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from amparo.vocab.datafile import Entry, Text

KINDS = ("file", "draft")
PERIODS = ("days", "months", "years")
THEN = ("erase", "review", "warn")
WHO = ("everybody", "adults", "children")
# How an identification may have ended when its file was closed; the machine of cases names them so.
OUTCOMES = (
    "notified", "not_referred", "not_presumed", "confirmed", "not_confirmed", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True)
class RetentionRule:
    """`outcomes` empty: every closed file. A draft is counted from the day it was begun."""

    code: str
    label: Text
    kind: str
    who: str
    outcomes: tuple[str, ...]
    amount: int
    period: str
    then: str
    basis: Text
    cites: tuple[str, ...]

    def due(self, start: date) -> date:
        """The first day on which the rule asks for something."""
        if self.period == "days":
            return start + timedelta(days=self.amount)
        return _months_after(start, self.amount * (12 if self.period == "years" else 1))

    def holds_for(self, outcome: str, *, child: bool) -> bool:
        who = self.who == "everybody" or (self.who == "children") == child
        return who and (not self.outcomes or outcome in self.outcomes)


def _months_after(start: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def read_rule(code: str, entry: Entry) -> RetentionRule:
    kind, then = entry.one_of("kind", KINDS), entry.one_of("then", THEN)
    outcomes = entry.words("outcomes")
    for outcome in outcomes:
        if outcome not in OUTCOMES:
            raise entry.error("outcomes", f"{outcome!r} is none of {', '.join(OUTCOMES)}")
    who = entry.one_of("who", WHO)
    if kind == "draft" and (outcomes or who != "everybody"):
        raise entry.error("kind", "a draft knows neither outcomes nor who the person is")
    rule = RetentionRule(
        code=code,
        label=entry.both(),
        kind=kind,
        who=who,
        outcomes=outcomes,
        amount=entry.number("amount", least=1),
        period=entry.one_of("period", PERIODS),
        then=then,
        basis=entry.both("basis"),
        cites=entry.cites("cites"),
    )
    entry.close()
    return rule
