from uuid import UUID

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.audit.actions import record
from amparo.cases.actions.steps import step
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.models import Need


@action
def record_need(
    case: Case, *, by: User, kind: str, urgency: str, region: str, avoid_region: str = ""
) -> Need:
    """Say what the person needs. Emergency help waits for no decision (S0 ¶5)."""
    require_on_case(by, Act.FIND_PLACE, case.pk)
    case = case_with(case.pk)
    need = Need(
        case=case,
        kind=kind,
        urgency=urgency,
        sex=case.sex,
        age_status=case.age_status,
        languages=case.languages,
        dependants=case.dependants,
        region=region,
        avoid_region=avoid_region,
        at=clock.now(),
        by=by,
    )
    need.save(force_insert=True)
    record("recorded a need", by=by, case=case.pk, thing=need)
    if case.support != State.SOUGHT:
        step(case, Track.SUPPORT, State.SOUGHT, by=by)
    return need


def forget(case_id: UUID) -> None:
    """In the transaction that destroys a file's keys: what described the person goes with them."""
    Need.objects.filter(case_id=case_id).update(
        languages=[], dependants=0, region="", avoid_region=""
    )
