"""What is held against a person as a consequence of being trafficked, and how it ends (33/1 ¶6)."""

from amparo.cases.models import Case
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.justice.actions.non_punishment import allege, note_outcome, note_reply, plead
from amparo.justice.models import Allegation, Plea
from amparo.justice.rules import ANSWERED
from amparo.people.country import today


def pleading(case: Case, scene: Scene) -> Steps:
    """The file stays open for as long as somebody asks and waits."""
    found, chance, form = sheet("justice")["pleading"], scene.chance, scene.plan.form
    flagged = Mark.FLAGGED in scene.marks
    share = found["flagged"] if flagged else found["others"].get(form, 0)
    if not chance.happens(share):
        return
    yield later(days=chance.between(found["days"]["alleged"]))
    scene.marks.add(Mark.PLEADING)
    office = chance.one_of(found["office"])
    row = allege(
        case, by=scene.by, acts=_acts(scene), stage=chance.one_of(found["stage"]), office=office,
        note=words("justice", "alleged", chance),
    )  # fmt: skip
    if chance.happens(found["asked"]):
        yield from _ask(case, row, office, scene)
    if not chance.happens(found["unended"]):
        yield later(days=chance.between(found["days"]["ended"]))
        outcome = chance.one_of(found["outcome"])
        note_outcome(case, row.pk, by=scene.by, outcome=outcome, day=today())
    scene.marks.discard(Mark.PLEADING)


def _acts(scene: Scene) -> tuple[str, ...]:
    found, chance = sheet("justice")["pleading"], scene.chance
    acts = [chance.pick(found["acts"].get(scene.plan.form, found["any"]))]
    if chance.happens(found["second"]):
        acts.append(chance.pick(found["any"]))
    return tuple(dict.fromkeys(acts))


def _ask(case: Case, row: Allegation, office: str, scene: Scene) -> Steps:
    found, chance, by = sheet("justice")["pleading"], scene.chance, scene.by
    yield later(days=chance.between(found["days"]["asked"]))
    plea = plead(case, row.pk, by=by, office=office, day=today())
    yield later(days=chance.between(found["days"]["answered"]))
    answer = chance.one_of(found["answer"])
    _reply(case, plea, answer, scene)
    if answer not in ANSWERED:
        yield later(days=chance.between(found["days"]["again"]))
        _reply(case, plea, chance.one_of(found["second_answer"]), scene)


def _reply(case: Case, plea: Plea, answer: str, scene: Scene) -> None:
    note = words("justice", "answered", scene.chance, answer=answer)
    note_reply(case, plea.pk, by=scene.by, answer=answer, day=today(), note=note)
