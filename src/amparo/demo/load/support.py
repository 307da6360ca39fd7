"""Support beside the decisions: needs and risks, a plan and its services, and the end of it."""

from datetime import timedelta

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.demo.load import persons
from amparo.demo.load.course import course
from amparo.demo.load.leaving import leave_support
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.people.country import today
from amparo.support.actions.assessment import assess
from amparo.support.actions.people import note_contact, note_relative
from amparo.support.models.contact import NO_WAY
from amparo.support.rules import Assessed

# Needs and risks are looked at again by this day at the latest.
REVIEW = timedelta(days=29)


def support(case: Case, scene: Scene) -> Steps:
    found, chance = sheet("support"), scene.chance
    new = scene.age_days <= found["new_days"]
    if not chance.happens(found["share"]["new" if new else "old"]):
        return
    yield later(days=chance.between(found["days"]["first"]))
    with acting_as(scene.by):
        asked = bool(case_with(case.pk).support)
    if not asked:
        return
    scene.marks.add(Mark.HELPED)
    _people(case, scene)
    look(case, scene)
    if scene.plan.path in found["planned"]:
        yield from course(case, scene, look)
        leave_support(case, scene, found["exit"]["reasons"])
    else:
        yield later(days=chance.between(found["days"]["led_on"]))
        leave_support(case, scene, found["exit"]["led_on"])


def look(case: Case, scene: Scene) -> None:
    """Needs and risks as they are now; a plan that was agreed still fits."""
    plan, chance = scene.plan, scene.chance
    found, speaking = sheet("support")["danger"], sheet("support")["speaking"]
    shared = plan.languages[0] in speaking["shared"]
    said = Assessed(
        needs=_needs(scene),
        danger_self=chance.one_of(found["self"]),
        danger_family=chance.one_of(found["family"]),
        danger_staff=chance.one_of(found["staff"]),
        measures=(chance.one_of(found["measures"]),),
        language=plan.languages[0],
        interpreter=speaking["alone"] if shared else chance.one_of(speaking["interpreter"]),
        listeners=(),
        review=today() + REVIEW,
        plan_stands=True,
    )
    assess(case, said, by=scene.by, note=words("support", "assessed", chance))


def _needs(scene: Scene) -> tuple[str, ...]:
    who = "child" if scene.plan.child else "adult"
    rows = sheet("profiles")["need"]
    return tuple(row["kind"] for row in rows if scene.chance.happens(row[who]))


def _people(case: Case, scene: Scene) -> None:
    """How the person is reached, and who is near them."""
    found, chance = sheet("support"), scene.chance
    way, near = found["safe_way"], found["near"]
    if chance.happens(found["contact"]):
        channel = chance.one_of(way["channel"])
        value = persons.note("safe_contact", chance)["en"] if channel != NO_WAY else ""
        note_contact(
            case, by=scene.by, channel=channel, when=chance.one_of(way["when"]),
            answers=chance.one_of(way["answers"]), value=value,
        )  # fmt: skip
    if chance.happens(near["share"]):
        note_relative(
            case, by=scene.by, relation=chance.one_of(near["relation"]),
            place=chance.one_of(near["place"]), depends=chance.happens(0.5),
            danger=chance.one_of(near["danger"]), measure=chance.one_of(near["measure"]),
            name=persons.somebody(chance),
        )  # fmt: skip
