from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.cases.announcements import announce
from amparo.cases.child.models import AgeAppeal, AgeDecision
from amparo.cases.child.queries import guardian_of, last_age_decision, open_appeal
from amparo.cases.child.rules import Assessed, age_hindrance
from amparo.cases.clocks.actions import turn_by_age
from amparo.cases.models import AgeStatus, Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.models import User


@action
def decide_age(case: Case, found: Assessed, *, by: User, note: str = "") -> AgeDecision:
    """Write down what an authority decided on the age; the file's age follows it and nothing else.

    Where an appeal is open, this decides it.
    """
    case = begin(case, by=by, act=Act.DECIDE_AGE)
    refuse(age_hindrance(found, has_guardian=guardian_of(case) is not None))
    appeal = open_appeal(case)
    if appeal and appeal.decision.by_id == by.pk:
        raise Refused(_("Somebody else decides on an appeal against what you wrote down."))
    row = AgeDecision(
        case=case, at=clock.now(), by=by, result=found.result, authority=found.authority,
        methods=list(found.methods), person_consented=found.person_consented,
        guardian_consented=found.guardian_consented, benefit_of_doubt=found.benefit_of_doubt,
        language=found.language, appeal=appeal,
    )  # fmt: skip
    keep(row, "decided on the age", by=by, purpose=found.result, note=note)
    become(case, found.result)
    return row


@action
def appeal_age(case: Case, *, by: User, lodged_by: str, note: str = "") -> AgeAppeal:
    """Contest the last age decision. Whoever it made an adult has a child's protection again."""
    case = begin(case, by=by)
    decision = last_age_decision(case)
    if decision is None:
        raise Refused(_("There is no decision on the age to contest."))
    if hasattr(decision, "contested"):
        raise Refused(_("This decision is contested already."))
    row = AgeAppeal(case=case, at=clock.now(), by=by, decision=decision, lodged_by=lodged_by)
    keep(row, "contested the age", by=by, purpose=lodged_by, note=note)
    if not case.treated_as_child:
        become(case, AgeStatus.NOT_SURE)
    return row


def become(case: Case, age: str) -> None:
    """In the transaction of the row that says so: the database refuses it without."""
    case.age_status = age
    case.save(update_fields=["age_status"])
    turn_by_age(case, at=clock.now())
    announce(case)
