"""What the tests of this room do again and again."""

from datetime import date, timedelta
from typing import Any

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.people.country import today
from amparo.people.models import User
from amparo.referrals.models import Offer
from amparo.support.actions.assessment import assess
from amparo.support.actions.leaving import Answers, follow_up, leave
from amparo.support.actions.people import note_contact
from amparo.support.actions.plan import agree_plan, set_goal
from amparo.support.actions.services import note_service
from amparo.support.models import (
    FollowUp,
    Goal,
    NeedsAssessment,
    SafeContact,
    ServiceStep,
    SupportExit,
    SupportPlan,
)
from amparo.support.rules import Assessed
from support import files
from support.cast import Cast


def later(days: int) -> date:
    return today() + timedelta(days=days)


def answers(**changes: Any) -> Assessed:
    given: dict[str, Any] = {
        "needs": ("health", "legal_aid"), "danger_self": "none", "danger_family": "not_known",
        "danger_staff": "none", "measures": (), "language": "en", "interpreter": "in_the_room",
        "listeners": (), "review": later(14),
    }  # fmt: skip
    return Assessed(**{**given, **changes})


def assessed(case: Case, *, by: User, note: str = "", **changes: Any) -> NeedsAssessment:
    return assess(case, answers(**changes), by=by, note=note)


def goal(case: Case, cast: Cast, *, own: bool = False, service: str = "shelter") -> Goal:
    return set_goal(
        case, by=cast.manager_a, service=service, unit=cast.units["centre_a"], own=own,
        until=later(60), text="to sleep without fear",
    )  # fmt: skip


def agreed(case: Case, *, by: User, **changes: Any) -> SupportPlan:
    return agree_plan(case, by=by, **{"mode": "talk", "language": "en", **changes})


def planned(case: Case, cast: Cast) -> Goal:
    """Assessed, one goal for a shelter, the plan agreed."""
    assessed(case, by=cast.manager_a)
    row = goal(case, cast)
    agreed(case, by=cast.manager_a)
    return row


def begun(case: Case, cast: Cast, offer: Offer) -> ServiceStep:
    return note_service(case, offer.pk, by=cast.manager_a, state="started")


def in_course(case: Case, cast: Cast) -> Offer:
    offer = files.placed(cast, case)
    planned(case, cast)
    begun(case, cast, offer)
    return offer


def reached_by(case: Case, *, by: User, **changes: Any) -> SafeContact:
    given = {
        "channel": "telephone", "when": "evenings", "answers": "person", "message": False,
        "value": "+000 111 222",
    }  # fmt: skip
    return note_contact(case, by=by, **{**given, **changes})


def left(case: Case, *, by: User, **changes: Any) -> SupportExit:
    given = {"reason": "goals_met", "follow_up": True, "told": True, "plan": "A room of her own."}
    return leave(case, by=by, **{**given, **changes})


def followed(case: Case, *, by: User, contact: str = "reached", **said: Any) -> FollowUp:
    given = {"danger": "none", "housing": "lasting", "work": "sought", "schooling": "not_wished"}
    return follow_up(case, by=by, contact=contact, answers=Answers(**{**given, **said}))


def stored(case: Case, cast: Cast) -> Case:
    with acting_as(cast.coordinator):
        return case_with(case.pk)
