"""What must hold before something is written: pure questions, each answered by one sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from amparo.cases.child.models.age import MEDICAL
from amparo.cases.child.models.family import FamilyTracing
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


def meeting_hindrance(guardian_present: bool, absence: str, *, has_guardian: bool) -> str:
    """CoE Convention, article 10(4)a; S4-IV ¶6: no child is met alone, unless it says why."""
    if guardian_present and not has_guardian:
        return _("No guardian is appointed: record who the guardian is, or why none was there.")
    if not guardian_present and not absence:
        return _("A child is not met without a guardian: say who was there, or why nobody was.")
    return ""


@dataclass(frozen=True)
class Weighed:
    """A best-interests decision as far as it is no secret; `unheard` says why, where not heard."""

    subject: str
    outcome: str
    decider: str
    guardian_agrees: bool
    heard: bool
    unheard: str = ""


RETURN, FOR = "return", "for"
DECIDES_A_RETURN = ("guardian", "court")


def interests_hindrance(weighed: Weighed, *, options: int, words: str, has_guardian: bool) -> str:
    """Convention on the Rights of the Child, articles 3 and 12; CoE Convention, article 16(7)."""
    if options < 2:
        return _("Write at least two options, one a line: to choose there must be another way.")
    if weighed.heard and not words:
        return _("The child was heard: write down what the child said, in the child's own words.")
    if not weighed.heard and not weighed.unheard:
        return _("Say why the child was not heard.")
    if (weighed.guardian_agrees or weighed.decider == "guardian") and not has_guardian:
        return _("No guardian is appointed who could have a say: record who the guardian is first.")
    is_return = (weighed.subject, weighed.outcome) == (RETURN, FOR)
    if is_return and weighed.decider not in DECIDES_A_RETURN:
        return _("A child returns only where the guardian or a court found it best for the child.")
    return ""


Tracing = FamilyTracing.State
# What may follow which step of looking for a family.
TRACES: dict[str, tuple[str, ...]] = {
    Tracing.REQUESTED: (Tracing.RISK,),
    Tracing.FOUND: (Tracing.REQUESTED,),
    Tracing.NOT_FOUND: (Tracing.REQUESTED,),
    Tracing.ENDED: (Tracing.RISK, Tracing.REQUESTED, Tracing.FOUND, Tracing.NOT_FOUND),
}


def tracing_hindrance(before: str, state: str, danger: str, *, wished: bool) -> str:
    """CoE Convention, article 10(4)c: a family is looked for where that is best for the child."""
    if not before:
        return _("Answer first whether looking for the family could endanger the child.")
    if before not in TRACES.get(state, ()):
        return _("This cannot follow now: answer the risk anew before the family is looked for.")
    if state != Tracing.REQUESTED:
        return ""
    if danger != FamilyTracing.Danger.NONE:
        return _("While a danger is possible, nobody looks for the family.")
    return "" if wished else _("The child does not wish it: nobody looks for the family.")
