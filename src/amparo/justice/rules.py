"""What must hold in proceedings, as sentences: values in, words out, no database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from amparo.cases.machine import State, Track, allowed, next_states

# Offences beside trafficking that bring its profits to light (S1 ¶9).
LINKED = ("money_laundering", "smuggling", "corruption")
# Preparations that are only due where there is something to prepare.
INTERPRETER = "interpreter"
ANSWERED = ("agreed", "partly", "refused")


def stage_hindrance(last: str, wanted: str, *, hearings: bool, judged: bool, told: bool) -> str:
    """Whether a proceeding may come to this stage: the order, and what each stage rests on."""
    if not allowed(Track.JUSTICE, last, wanted):
        return _("The proceeding stands at “%(stage)s”: this cannot follow now.") % {
            "stage": State(last).label if last else _("not begun")
        }
    if wanted == State.HEARING and not hearings:
        return _("Record the day of the hearing first, and what is to protect the person there.")
    if wanted == State.JUDGED and not judged:
        return _("Record the judgment first: the offence, the result and the penalty.")
    if wanted == State.FINAL and last == State.DROPPED and not told:
        return _(
            "Record first that the person was told of the decision to drop, and of the right to a"
            " review."
        )
    return ""


def next_stages(last: str) -> tuple[str, ...]:
    return next_states(Track.JUSTICE, last)


def day_hindrance(day: date, *, today: date, after: date | None = None) -> str:
    """Whether something can have happened on that day, and not before what it follows."""
    if day > today:
        return _("This day is still to come: write it down once it has passed.")
    if after and day < after:
        return _("This day is before what it follows.")
    return ""


def hearing_hindrance(*, child: bool, guardian: bool) -> str:
    if child and not guardian:
        return _("A child is heard only with a guardian: say that the guardian will be there.")
    return ""


def to_prepare(known: Collection[str], *, interpreter: bool, done: Collection[str]) -> list[str]:
    """What is still to be done before a hearing, in the order of the list."""
    wanted = [code for code in known if code != INTERPRETER or interpreter]
    return [code for code in wanted if code not in done]


def judgment_hindrance(
    result: str, *, penalty: int | None, confiscation: bool, offence: str, offences: Collection[str]
) -> str:
    if offence not in offences:
        return _("The proceeding is not about this offence: choose one of its own.")
    if result != "convicted" and (penalty is not None or confiscation):
        return _("A penalty or a confiscation follows a conviction alone.")
    return ""


@dataclass(frozen=True)
class Sums:
    """What was claimed, awarded (None: nothing yet) and paid so far."""

    claimed: Decimal
    awarded: Decimal | None
    paid: Decimal


def claim_hindrance(state: str, amount: Decimal | None, sums: Sums, *, over: bool) -> str:
    """Whether this may follow: nothing is paid before it is awarded, and no more than that."""
    if over:
        return _("This claim was refused or given up.")
    if state in ("awarded", "paid"):
        return _sum_hindrance(state, amount, sums)
    if amount is not None:
        return _("No amount goes with this.")
    if state == "refused" and sums.awarded is not None:
        return _("Something was awarded already.")
    return ""


def _sum_hindrance(state: str, amount: Decimal | None, sums: Sums) -> str:
    if amount is None or amount <= 0:
        return _("Say the amount.")
    if state == "awarded":
        too_much, less = amount > sums.claimed, amount < sums.paid
        if too_much or less:
            return _("The award is at most what was claimed, and at least what was paid.")
        return ""
    if sums.awarded is None:
        return _("Record what was awarded first.")
    if sums.paid + amount > sums.awarded:
        return _("That is more than what is still to be paid.")
    return ""


ASSET_ORDER = {
    "": ("frozen", "confiscated"),
    "frozen": ("confiscated", "released"),
    "confiscated": ("to_victim", "to_state", "released"),
}


def asset_hindrance(last: str, wanted: str) -> str:
    if wanted in ASSET_ORDER.get(last, ()):
        return ""
    return _("This cannot follow what happened to the asset last.")


def plea_hindrance(answers: Sequence[str]) -> str:
    """A further answer may follow one that left the request open, and change one that did not."""
    if answers and answers[-1] == "agreed":
        return _("The office has agreed already: record how it ended.")
    return ""


def is_open(answers: Sequence[str]) -> bool:
    """Whether the request still waits for an answer that decides it."""
    return not answers or answers[-1] not in ANSWERED
