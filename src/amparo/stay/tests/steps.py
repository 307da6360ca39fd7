"""What the tests of this room do again and again."""

from datetime import timedelta
from typing import Any

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.people.country import today
from amparo.people.models import User
from amparo.stay.actions.afterwards import confirm_arrival, travel
from amparo.stay.actions.returning import Risks, assess_risks, decide_return, wish_return
from amparo.stay.actions.stays import grant_permit, grant_reflection
from amparo.stay.models import Arrival, ReturnRisk, ReturnWish, Stay
from support.cast import Cast

TOLD = ("may_stay", "change_mind")


def reflection(case: Case, *, by: User, days: int = 45) -> Stay:
    return grant_reflection(case, by=by, since=today(), until=today() + timedelta(days=days))


def permit(case: Case, *, by: User, days: int = 365, ground: str = "personal") -> Stay:
    """One that began a month ago and ends in so many days."""
    since = today() - timedelta(days=30)
    return grant_permit(
        case, by=by, ground=ground, since=since, until=today() + timedelta(days=days)
    )


def wished(case: Case, *, by: User, **changes: Any) -> ReturnWish:
    given: dict[str, Any] = {"own": True, "topics": TOLD, "language": "en"}
    return wish_return(case, by=by, **{**given, **changes})


def risks(**changes: str) -> Risks:
    given = dict.fromkeys(("protection", "reach", "kin", "living", "health"), "none")
    return Risks(**{**given, **changes})


def assessed(case: Case, place: str, *, by: User, note: str = "", **changes: str) -> ReturnRisk:
    return assess_risks(case, risks(**changes), by=by, place=place, note=note)


def both_assessed(case: Case, *, by: User) -> None:
    for place in ("here", "there"):
        assessed(case, place, by=by)


def decided(case: Case, *, by: User, plan: str = "Her aunt meets her at the station.") -> None:
    decide_return(case, by=by, still_wished=True, language="en", plan=plan)


def travelled(case: Case, *, by: User) -> None:
    """From the wish until the person has left."""
    wished(case, by=by)
    both_assessed(case, by=by)
    decided(case, by=by)
    travel(case, by=by, day=today(), company="alone")


def arrived(case: Case, *, by: User) -> Arrival:
    travelled(case, by=by)
    return confirm_arrival(case, by=by, day=today(), confirmer="service", way="met")


def residence(case: Case, cast: Cast) -> str:
    with acting_as(cast.coordinator):
        return case_with(case.pk).residence
