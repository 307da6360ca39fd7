"""What cuts across the way of a file: a threat, or somebody who is missing for a while."""

from amparo.cases.models import Case
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.support import look
from amparo.demo.load.words import words
from amparo.events.actions.missing import note_found, note_missing
from amparo.events.actions.threat import answer_threat, note_threat


def events(case: Case, scene: Scene) -> Steps:
    """One at the most, while the person is helped; needs and risks are looked at after it."""
    found, chance = sheet("around"), scene.chance
    threatened = chance.happens(found["threat"]["share"])
    if not threatened and not chance.happens(found["missing"]["share"]):
        return
    yield later(days=chance.between(found["events"]["begins"]))
    yield from (_threat if threatened else _missing)(case, scene)
    yield later(hours=chance.between(found["events"]["looked_hours"]))
    if Mark.HELPED in scene.marks and Mark.UNSUPPORTED not in scene.marks:
        look(case, scene)


def _threat(case: Case, scene: Scene) -> Steps:
    found, chance = sheet("around"), scene.chance
    threat = found["threat"]
    row = note_threat(
        case, by=scene.by, against=(chance.one_of(threat["against"]),),
        words=words("around", "threat", chance),
    )  # fmt: skip
    yield later(hours=chance.between(found["events"]["answered_hours"]))
    done = (chance.one_of(threat["measures"]),)
    answer_threat(case, row.pk, by=scene.by, measures=done)


def _missing(case: Case, scene: Scene) -> Steps:
    found, chance = sheet("around"), scene.chance
    missing = found["missing"]
    row = note_missing(
        case, by=scene.by, police=chance.one_of(missing["police"]),
        last_seen=words("around", "missing", chance),
    )  # fmt: skip
    yield later(hours=chance.between(found["events"]["answered_hours"]))
    note_found(case, row.pk, by=scene.by, how=chance.one_of(missing["how"]))
