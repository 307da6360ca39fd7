"""From the report to the judgment: who investigates writes it down, and the file follows."""

from amparo.access.policy import POLICE, Recipient
from amparo.cases.consents.actions import record_consent, record_ground
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.demo.load.evidence import evidence
from amparo.demo.load.inquiry import Inquiry
from amparo.demo.load.scene import Mark, Scene, Steps, later
from amparo.demo.load.sheets import sheet
from amparo.demo.load.suspects import assets, suspects
from amparo.demo.load.trial import trial
from amparo.justice.actions.handing import hand_over
from amparo.justice.actions.proceedings import follow, open_proceeding, tell_of_drop
from amparo.justice.actions.protection import protect
from amparo.people.country import today


def justice(case: Case, scene: Scene) -> Steps:
    found, chance = sheet("justice"), scene.chance
    who = "child" if scene.plan.child else "adult"
    if not chance.happens(found["share"][who]):
        return
    yield later(days=chance.between(found["days"]["report"]))
    if Mark.CLOSED in scene.marks:
        return
    inquiry = _report(case, scene, found["units"][who])
    yield later(days=chance.between(found["days"]["investigated"]))
    inquiry.reach(State.INVESTIGATED)
    suspects(inquiry)
    scene.begin(evidence(inquiry))
    yield later(days=chance.between(found["days"]["brought"]))
    if chance.happens(found["dropped"]):
        yield from _drop(inquiry)
    else:
        assets(inquiry)
        yield from trial(inquiry)


def _report(case: Case, scene: Scene, unit: str) -> Inquiry:
    """With the person's yes, or the ground that replaces it; then an office is told."""
    found, chance, by = sheet("justice"), scene.chance, scene.by
    if scene.plan.child:
        record_ground(case, by=by, purpose=POLICE, ground=found["ground"])
    else:
        how = chance.one_of(sheet("profiles")["consent"]["how"])
        record_consent(
            case, by=by, purpose=POLICE, recipients=Recipient.JUSTICE, how=how,
            language=scene.plan.languages[0], given_by="person",
        )  # fmt: skip
    dossier = hand_over(case, by=by, unit=scene.houses.units[unit].pk)
    offices, police = found["offices"], scene.people[unit]
    linked = [code for code, share in offices["linked"].items() if chance.happens(share)]
    row = open_proceeding(
        dossier, by=police, office=chance.one_of(offices["told"]),
        offences=(offices["first"], *linked), day=today(),
    )  # fmt: skip
    follow(case, by=by, stage=State.REPORTED)
    if chance.happens(found["protected"]):
        kind = chance.one_of(found["protection"]["kind"])
        whom = chance.one_of(found["protection"]["whom"])
        protect(dossier, by=police, whom=whom, kind=kind, since=today())
    return Inquiry(case, dossier, row, scene, police)


def _drop(inquiry: Inquiry) -> Steps:
    """It is dropped; whoever helps the person tells them, and of the right to a review."""
    found, scene = sheet("justice"), inquiry.scene
    chance = scene.chance
    stage = inquiry.reach(State.DROPPED, ground=chance.one_of(found["offices"]["drop"]))
    if not inquiry.helped:
        return
    yield later(days=chance.between(found["days"]["told"]))
    if not inquiry.helped:
        return
    tell_of_drop(
        inquiry.case, stage, by=scene.by, day=today(), language=scene.plan.languages[0],
        how=chance.one_of(found["offices"]["how"]), asks_review=chance.happens(found["review"]),
    )  # fmt: skip
    yield later(days=chance.between(found["days"]["final"]))
    inquiry.reach(State.FINAL)
