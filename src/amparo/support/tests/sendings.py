"""Every form of the Support track: by whom, on which case, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from amparo.cases.models import Case
from amparo.support.actions.people import note_relative
from amparo.support.tests.steps import assessed, goal, in_course, later, left, planned, reached_by
from support import files
from support.cast import Cast

Prepare = Callable[[Cast], tuple[Case, UUID | None]]


@dataclass(frozen=True)
class Sending:
    """`wanted`: the fields without which the form is refused, in their order on the page."""

    deed: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...]

    def path(self, case: Case, row: UUID | None) -> str:
        if row is None:
            return reverse("support:support_deed", args=[case.reference, self.deed])
        return reverse("support:support_row", args=[case.reference, self.deed, row])

    def filled(self, **changes: object) -> dict[str, Any]:
        return {"key": uuid4(), **self.data, **changes}


def a_person(cast: Cast) -> tuple[Case, None]:
    return files.received(cast), None


def with_a_goal(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_person(cast)
    return case, goal(case, cast).pk


def ready_to_agree(cast: Cast) -> tuple[Case, None]:
    case, _ = with_a_goal(cast)
    assessed(case, by=cast.manager_a)
    return case, None


def with_a_plan(cast: Cast) -> tuple[Case, None]:
    case, _ = a_person(cast)
    planned(case, cast)
    return case, None


def with_a_place(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_person(cast)
    return case, files.placed(cast, case).pk


def with_a_relative(cast: Cast) -> tuple[Case, UUID]:
    case, _ = a_person(cast)
    row = note_relative(
        case, by=cast.manager_a, relation="child", place="abroad", depends=True,
        danger="not_known", measure="none_yet",
    )  # fmt: skip
    return case, row.pk


def who_has_left(cast: Cast) -> tuple[Case, None]:
    case, _ = a_person(cast)
    in_course(case, cast)
    reached_by(case, by=cast.manager_a)
    left(case, by=cast.manager_a)
    return case, None


ASSESS = {
    "language": "en", "interpreter": "in_the_room", "danger_self": "none",
    "danger_family": "none", "danger_staff": "none",
}  # fmt: skip
RELATIVE = {
    "relation": "child", "depends": "yes", "place": "abroad", "danger": "possible",
    "measure": "none_yet",
}  # fmt: skip
FEEDBACK = {"useful": "yes", "safe": "yes", "respected": "no"}
LEAVING = {"reason": "goals_met", "told": "yes", "follow_up": "no"}


def units(cast: Cast) -> dict[str, Any]:
    return {"unit": str(cast.units["centre_a"].pk), "until": later(30).isoformat()}


GOAL = {"text": "A room.", "service": "housing", "own": "no"}
SENDINGS: tuple[Sending, ...] = (
    Sending("assess", a_person, ASSESS, (*ASSESS, "review")),
    Sending("goal", a_person, GOAL, ("text", "service", "unit", "own", "until")),
    Sending("goal-end", with_a_goal, {"how": "reached"}, ("how",)),
    Sending("plan", ready_to_agree, {"mode": "talk", "language": "en"}, ("mode", "language")),
    Sending("service", with_a_place, {"state": "started"}, ("state",)),
    Sending("feedback", with_a_place, FEEDBACK, tuple(FEEDBACK)),
    Sending("contact", a_person, {"channel": "none", "message": "no"}, ("channel", "message")),
    Sending("near", a_person, RELATIVE, tuple(RELATIVE)),
    Sending(
        "near-update", with_a_relative, {"danger": "none", "measure": "services"},
        ("danger", "measure"),
    ),
    Sending(
        "inclusion", with_a_plan, {"area": "work", "standing": "sought"}, ("area", "standing")
    ),
    Sending("exit", with_a_plan, LEAVING, tuple(LEAVING)),
    Sending(
        "follow-up", who_has_left, {"contact": "no_answer", "wants_help": "no"},
        ("contact", "wants_help"),
    ),
)  # fmt: skip


def data_of(sending: Sending, cast: Cast) -> dict[str, Any]:
    """What depends on the day and on the cast is said when the form is sent."""
    if sending.deed == "goal":
        return sending.filled(**units(cast))
    if sending.deed == "assess":
        return sending.filled(review=later(14).isoformat())
    return sending.filled()
