"""Every form of the Support track: by whom, on which case, sent with what."""

from uuid import UUID

from amparo.cases.models import Case
from amparo.support.actions.people import note_relative
from amparo.support.deeds import PAGE
from amparo.support.tests.steps import assessed, goal, in_course, left, planned, reached_by
from support import files
from support.cast import Cast
from support.forms import Sending, in_days


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


def a_centre(cast: Cast) -> str:
    return str(cast.units["centre_a"].pk)


ASSESS = {
    "language": "en", "interpreter": "in_the_room", "danger_self": "none",
    "danger_family": "none", "danger_staff": "none", "review": in_days(14),
}  # fmt: skip
RELATIVE = {
    "relation": "child", "depends": "yes", "place": "abroad", "danger": "possible",
    "measure": "none_yet",
}  # fmt: skip
SILENT = {"channel": "none", "message": "no"}
FEEDBACK = {"useful": "yes", "safe": "yes", "respected": "no"}
LEAVING = {"reason": "goals_met", "told": "yes", "follow_up": "no"}


GOAL = {
    "text": "A room.", "service": "housing", "unit": a_centre, "own": "no", "until": in_days(30),
}  # fmt: skip
SENDINGS: tuple[Sending, ...] = (
    Sending(PAGE, "assess", a_person, ASSESS, tuple(ASSESS)),
    Sending(PAGE, "goal", a_person, GOAL, tuple(GOAL)),
    Sending(PAGE, "goal-end", with_a_goal, {"how": "reached"}, ("how",)),
    Sending(PAGE, "plan", ready_to_agree, {"mode": "talk", "language": "en"}, ("mode", "language")),
    Sending(PAGE, "service", with_a_place, {"state": "started"}, ("state",)),
    Sending(PAGE, "feedback", with_a_place, FEEDBACK, tuple(FEEDBACK)),
    Sending(PAGE, "contact", a_person, SILENT, tuple(SILENT)),
    Sending(PAGE, "near", a_person, RELATIVE, tuple(RELATIVE)),
    Sending(
        PAGE, "near-update", with_a_relative, {"danger": "none", "measure": "services"},
        ("danger", "measure"),
    ),
    Sending(
        PAGE, "inclusion", with_a_plan, {"area": "work", "standing": "sought"}, ("area", "standing")
    ),
    Sending(PAGE, "exit", with_a_plan, LEAVING, tuple(LEAVING)),
    Sending(
        PAGE, "follow-up", who_has_left, {"contact": "no_answer", "wants_help": "no"},
        ("contact", "wants_help"),
    ),
)  # fmt: skip
