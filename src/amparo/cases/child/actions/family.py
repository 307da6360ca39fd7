from amparo.access.acting import action
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import FamilyTracing
from amparo.cases.child.queries import last_family_step
from amparo.cases.child.rules import tracing_hindrance
from amparo.cases.models import Case
from amparo.cases.pages.writing import keep, refuse
from amparo.methods import clock
from amparo.people.models import User

State = FamilyTracing.State


@action
def answer_family_risk(
    case: Case, *, by: User, danger: str, wished: bool, note: str = ""
) -> FamilyTracing:
    """Whether to look for the family could endanger the child, and whether the child wishes it."""
    case = begin_for_child(case, by=by)
    return _step(case, State.RISK, danger, by=by, wished=wished, note=note)


@action
def trace_family(case: Case, *, by: User, state: str, note: str = "") -> FamilyTracing:
    """A step of the search. Raises Refused before the risk answer, or where it says no."""
    case = begin_for_child(case, by=by)
    last = last_family_step(case)
    danger, wished = (last.danger, last.wished) if last else (FamilyTracing.Danger.UNKNOWN, False)
    refuse(tracing_hindrance(last.state if last else "", state, danger, wished=wished))
    return _step(case, State(state), danger, by=by, wished=wished, note=note)


def _step(
    case: Case, state: State, danger: str, *, by: User, wished: bool, note: str
) -> FamilyTracing:
    last = last_family_step(case)
    row = FamilyTracing(
        case=case, at=clock.now(), by=by, number=last.number + 1 if last else 1, state=state,
        danger=danger, wished=wished,
    )  # fmt: skip
    return keep(row, f"family: {state}", by=by, purpose=danger, note=note)
