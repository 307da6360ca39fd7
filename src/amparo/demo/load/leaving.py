"""How support ends, and who asks afterwards how the person is."""

from collections.abc import Mapping
from datetime import timedelta

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.demo.load.scene import Mark, Scene, Steps
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.support.actions.leaving import Answers, follow_up, leave
from amparo.support.models.leaving import NO_MORE, REACHED
from amparo.support.queries import reachable, waiting_follow_ups
from amparo.support.rules import PLANNING


def leave_support(case: Case, scene: Scene, reasons: Mapping[str, float]) -> None:
    """End support, where there is some to end; later somebody asks, if the person agreed."""
    found, chance, by = sheet("support"), scene.chance, scene.by
    with acting_as(by):
        running = case_with(case.pk).support in PLANNING
        can_call = reachable(case)
    scene.marks.add(Mark.UNSUPPORTED)
    if not running:
        return
    asked = can_call and chance.happens(found["exit"]["follow_up"])
    leave(
        case, by=by, reason=chance.one_of(reasons), follow_up=asked, told=True,
        plan=words("support", "left", chance),
    )  # fmt: skip
    if asked:
        scene.begin(_ask_later(case, scene), until=Mark.CLOSED)


def _ask_later(case: Case, scene: Scene) -> Steps:
    found, chance = sheet("support"), scene.chance
    with acting_as(scene.by):
        waiting = waiting_follow_ups(case)
    for row in waiting:
        early = chance.between(found["days"]["follow_up"])
        yield row.due_at - timedelta(days=early)
        contact = chance.one_of(found["follow_up"]["contact"])
        _ask(case, contact, scene)
        if contact == NO_MORE:
            return


def _ask(case: Case, contact: str, scene: Scene) -> None:
    found, chance = sheet("support")["follow_up"], scene.chance
    said = Answers()
    if contact in (REACHED, NO_MORE):
        said = Answers(
            danger=chance.one_of(found["danger"]),
            housing=chance.one_of(found["standing"]),
            work=chance.one_of(found["standing"]),
            schooling=chance.one_of(found["standing"]),
            wants_help=chance.happens(found["wants_help"]),
        )
    note = words("support", "asked", chance) if contact == REACHED else ""
    follow_up(case, by=scene.by, contact=contact, answers=said, note=note)
