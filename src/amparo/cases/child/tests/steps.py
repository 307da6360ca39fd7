"""What the tests of this room do again and again."""

from typing import Any

from amparo.access.acting import acting_as
from amparo.cases.child.actions.age import decide_age
from amparo.cases.child.actions.encounters import end_encounter, plan_encounter
from amparo.cases.child.actions.guardian import appoint_guardian
from amparo.cases.child.actions.information import inform_child
from amparo.cases.child.actions.interests import Said, weigh_interests
from amparo.cases.child.models import (
    AgeDecision,
    BestInterests,
    Encounter,
    EncounterEnd,
    Guardian,
    Information,
)
from amparo.cases.child.rules import Assessed, Weighed
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast

OPTIONS = "with her sister in the home\nin a family of her own town"


def assessed(result: str, **changes: Any) -> Assessed:
    given: dict[str, Any] = {
        "result": result, "authority": "court", "methods": ("documents",),
        "person_consented": True, "guardian_consented": True, "benefit_of_doubt": False,
        "language": "en",
    }  # fmt: skip
    return Assessed(**{**given, **changes})


def decided(case: Case, result: str, *, by: User, **changes: Any) -> AgeDecision:
    return decide_age(case, assessed(result, **changes), by=by)


def with_guardian(case: Case, *, by: User) -> Guardian:
    return appoint_guardian(
        case, by=by, office="court", conflict="none", name="Yssolande", contact="at the office"
    )


def planned(case: Case, *, by: User, kind: str = "interview", office: str = "police") -> Encounter:
    return plan_encounter(case, by=by, kind=kind, office=office, day=today())


def ended(case: Case, row: Encounter, *, by: User, **changes: Any) -> EncounterEnd:
    given: dict[str, Any] = {"outcome": "held", "guardian_present": True, "absence": ""}
    return end_encounter(case, row.pk, by=by, **{**given, **changes})


def weighed(case: Case, *, by: User, said: Said | None = None, **changes: Any) -> BestInterests:
    given: dict[str, Any] = {
        "subject": "placement", "outcome": "for", "decider": "guardian", "guardian_agrees": True,
        "heard": True,
    }  # fmt: skip
    said = said or Said(OPTIONS, "I want to stay with my sister.", "They were never apart.")
    return weigh_interests(case, Weighed(**{**given, **changes}), said, by=by)


def told(case: Case, *, by: User, **changes: Any) -> Information:
    given: dict[str, Any] = {
        "topics": ("rights", "guardian"), "language": "en", "how": "talk",
        "informer": "case_worker", "understood": True,
    }  # fmt: skip
    return inform_child(case, by=by, **{**given, **changes})


def stored(case: Case, cast: Cast) -> Case:
    with acting_as(cast.coordinator):
        return case_with(case.pk)
