"""What the tests of this room do again and again."""

from typing import Any

from amparo.access.acting import acting_as
from amparo.cases.child.actions.age import decide_age
from amparo.cases.child.actions.guardian import appoint_guardian
from amparo.cases.child.models import AgeDecision, Guardian
from amparo.cases.child.rules import Assessed
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.people.models import User
from support.cast import Cast


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


def stored(case: Case, cast: Cast) -> Case:
    with acting_as(cast.coordinator):
        return case_with(case.pk)
