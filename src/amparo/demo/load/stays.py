"""A right to stay: for reflection once there are reasonable grounds, then by a permit."""

from datetime import date, timedelta

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.people.country import today
from amparo.stay.actions.stays import grant_permit, grant_reflection, note_stay_step
from amparo.stay.models import StayStep
from amparo.stay.queries import stay_today

What = StayStep.What


def reflection(case: Case, scene: Scene) -> Steps:
    """What follows is asked for before the first alarm sounds."""
    found, chance = sheet("around")["stay"], scene.chance
    if not chance.happens(found["reflection"][_who(scene)]):
        return
    yield later(days=chance.between(found["days"]["granted"]))
    grant_reflection(case, by=scene.by, since=today(), until=_in(found["days"]["reflection"]))
    scene.marks.add(Mark.STAYING)
    yield later(days=chance.between(found["days"]["asked"]))
    _note(case, scene, What.RENEWAL)


def permit(case: Case, scene: Scene) -> Steps:
    """For a year, and renewed for as long as the file is open."""
    found, chance = sheet("around")["stay"], scene.chance
    if Mark.STAYING not in scene.marks or not chance.happens(found["permit"]):
        return
    ground, days = chance.one_of(found["grounds"][_who(scene)]), found["days"]
    yield later(days=chance.between(days["permit"]))
    while True:
        grant_permit(
            case, by=scene.by, ground=ground, since=today(), until=_in(days["lasts"])
        )  # fmt: skip
        yield later(days=chance.between(days["renewed"]))
        _note(case, scene, What.RENEWAL)
        yield later(days=chance.between(days["again"]))


def end_stay(case: Case, scene: Scene) -> None:
    """Nobody was identified: what was granted for reflection ends with it."""
    if Mark.STAYING in scene.marks:
        _note(case, scene, What.ENDED)


def _note(case: Case, scene: Scene, what: StayStep.What) -> None:
    with acting_as(scene.by):
        stay = stay_today(case)
    if stay:
        note_stay_step(case, stay.pk, by=scene.by, what=what)


def _who(scene: Scene) -> str:
    return "child" if scene.plan.child else "adult"


def _in(days: int) -> date:
    return today() + timedelta(days=days)
