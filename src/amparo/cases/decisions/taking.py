"""How a decision comes to count: the rules that bind whoever takes it, alone or as the second."""

from django.utils.translation import gettext as _

from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.cases.actions.steps import facts, step
from amparo.cases.clocks.actions import refuse_if_held
from amparo.cases.decisions.models import Decision, DecisionTaken, Stage
from amparo.cases.decisions.queries import has_decided
from amparo.cases.machine import CHALLENGED, DECIDABLE, FIRST, State, Track
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.models import User


def stage_of(case: Case, outcome: State) -> Stage:
    if case.identification in CHALLENGED:
        return Stage.RECONSIDERED
    return Stage.FIRST if outcome in FIRST else Stage.FINAL


def hindrance(case: Case, outcome: str, *, by: User) -> str:
    """Why `by` may not decide this now, beyond what the track says; or nothing."""
    try:
        refuse_if_held(case, outcome)
    except Refused as held:
        return str(held)
    if case.identification in CHALLENGED and has_decided(by, case):
        return _("You took part in the decision before: somebody else decides anew.")
    return ""


def refuse_if_hindered(decision: Decision, *, by: User) -> None:
    if why := hindrance(decision.case, decision.result, by=by):
        raise Refused(why)


def refuse_unless_its_turn(decision: Decision) -> None:
    """Raises Refused where the file has moved to where this decision is none to be taken."""
    case, outcome = decision.case, State(decision.result)
    fits = outcome in DECIDABLE.get(case.identification, ())
    if not fits or stage_of(case, outcome) != decision.stage:
        raise Refused(
            _("This cannot be decided now: the file says “%(now)s”.")
            % {"now": case.get_identification_display()}
        )


def write(decision: Decision, text: str, *, by: User) -> None:
    """Store the decision, its reasons sealed."""
    if text:
        facts(decision.case, by=by).write(decision, "reasons", text)
    decision.save(force_insert=True)


def take(decision: Decision, *, by: User, text: str = "") -> None:
    """Let it count: the step, the row that ties both, the protected period where it begins.

    The decision stands before the step: the database lets no file come to a decided state without.
    """
    result = State(decision.result)
    if decision._state.adding:
        write(decision, text, by=by)
    status = step(decision.case, Track.IDENTIFICATION, result, by=by, reason=decision.reason)
    row = DecisionTaken(case=decision.case, decision=decision, status=status, at=clock.now(), by=by)
    row.save(force_insert=True)
    record(
        f"decided: {result}", by=by, case=decision.case_id, thing=decision,
        purpose=decision.reason,
    )  # fmt: skip
    if result == State.PRESUMED:
        step(decision.case, Track.IDENTIFICATION, State.REFLECTION, by=by)
