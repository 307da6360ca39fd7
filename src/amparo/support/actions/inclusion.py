from amparo.access.acting import action
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep
from amparo.methods import clock
from amparo.people.models import User
from amparo.support.models import Inclusion


@action
def note_inclusion(case: Case, *, by: User, area: str, standing: str) -> Inclusion:
    """How far the person has come in one area; while services are in course, inclusion begins."""
    case = begin(case, by=by)
    row = keep(
        Inclusion(case=case, at=clock.now(), by=by, area=area, standing=standing),
        f"inclusion: {area}", by=by, purpose=standing,
    )  # fmt: skip
    if case.support == State.IN_COURSE:
        step(case, Track.SUPPORT, State.INCLUSION, by=by)
    return row
