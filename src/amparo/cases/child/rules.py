"""What must hold before something is written: pure questions, each answered by one sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from amparo.cases.child.models.age import MEDICAL
from amparo.cases.child.models.guardian import Guardian
from amparo.cases.models import AgeStatus

State = Guardian.State
NO_CONFLICT = "none"
# What may follow which step of a guardianship.
FOLLOWS: dict[str, tuple[str, ...]] = {
    State.REQUESTED: ("", State.ENDED),
    State.APPOINTED: ("", State.REQUESTED, State.ENDED),
    State.ENDED: (State.APPOINTED,),
}


@dataclass(frozen=True)
class Assessed:
    """How an age was looked at, and what came of it."""

    result: str
    authority: str
    methods: tuple[str, ...]
    person_consented: bool
    guardian_consented: bool
    benefit_of_doubt: bool
    language: str


def age_hindrance(found: Assessed, *, has_guardian: bool) -> str:
    """Committee on the Rights of the Child, general comment 23 (2017), 4: no examination by force,
    and the doubt is the person's."""
    if found.benefit_of_doubt and found.result == AgeStatus.ADULT:
        return _("The benefit of the doubt makes nobody an adult: the result is a child, or doubt.")
    if MEDICAL not in found.methods:
        return ""
    if not has_guardian:
        return _("No medical examination before a guardian is appointed and has agreed.")
    if not (found.person_consented and found.guardian_consented):
        return _("A medical examination takes the consent of the person and of the guardian.")
    if set(found.methods) == {MEDICAL}:
        return _("A medical examination is the last resort: say what was looked at before it.")
    return ""


def guardian_hindrance(before: str, state: str) -> str:
    if before in FOLLOWS[state]:
        return ""
    return {
        State.REQUESTED: _("A guardian was asked for, or is there already."),
        State.APPOINTED: _("A guardian is there already: end that guardianship first."),
        State.ENDED: _("No guardian is appointed whose office could end."),
    }[State(state)]
