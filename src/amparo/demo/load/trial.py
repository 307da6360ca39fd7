"""Charges, the hearing that the person is prepared for, the judgment, and what is paid."""

from decimal import Decimal
from uuid import UUID

from amparo.cases.machine import State
from amparo.demo.load.inquiry import Inquiry
from amparo.demo.load.scene import Steps, later
from amparo.demo.load.sheets import sheet
from amparo.justice.actions.claims import claim, follow_claim
from amparo.justice.actions.hearings import end_hearing, plan_hearing, prepare
from amparo.justice.actions.proceedings import note_judgment
from amparo.justice.models import ClaimStep, Hearing, HearingEnd, Judgment
from amparo.people.country import today

Outcome, Claimed = HearingEnd.Outcome, ClaimStep.State


def trial(inquiry: Inquiry) -> Steps:
    found, chance = sheet("justice"), inquiry.scene.chance
    days = found["days"]
    inquiry.reach(State.PROSECUTED)
    yield later(days=chance.between(days["charged"]))
    inquiry.reach(State.CHARGED)
    asked = _claim(inquiry)
    yield from _hearing(inquiry)
    inquiry.reach(State.HEARING)
    yield later(days=chance.between(days["judged"]))
    convicted = _judge(inquiry)
    inquiry.reach(State.JUDGED)
    if asked:
        yield from _settle(inquiry, asked, convicted=convicted)
    if chance.happens(found["appealed"]):
        yield later(days=20)
        inquiry.reach(State.APPEALED)
        yield later(days=chance.between(days["appeal"]))
    else:
        yield later(days=chance.between(days["final"]))
    inquiry.reach(State.FINAL)


def _hearing(inquiry: Inquiry) -> Steps:
    """Put off once at the most; prepared by whoever helps the person."""
    found, chance = sheet("justice"), inquiry.scene.chance
    outcomes = [Outcome.POSTPONED, Outcome.HELD] if chance.happens(found["postponed"]) else [
        Outcome.HELD
    ]  # fmt: skip
    for outcome in outcomes:
        yield later(days=chance.between(found["days"]["summoned"]))
        row = _summon(inquiry)
        yield later(days=4)
        _prepare(inquiry, row)
        yield later(days=(row.day - today()).days, hours=1)
        share = found["hearing"]["there"]
        there = tuple(code for code in row.measures if chance.happens(share))
        end_hearing(inquiry.dossier, row.pk, by=inquiry.police, outcome=outcome, measures=there)


def _summon(inquiry: Inquiry) -> Hearing:
    found, scene = sheet("justice"), inquiry.scene
    chance, hearing = scene.chance, found["hearing"]
    shared = scene.plan.languages[0] in sheet("support")["speaking"]["shared"]
    wanted = [code for code, share in hearing["measures"].items() if chance.happens(share)]
    return plan_hearing(
        inquiry.dossier, inquiry.row.pk, by=inquiry.police, kind=chance.one_of(hearing["kind"]),
        day=later(days=chance.between(found["days"]["hearing"])).date(),
        measures=tuple(wanted),
        interpreter="" if shared else scene.plan.languages[0], guardian=scene.plan.child,
    )  # fmt: skip


def _prepare(inquiry: Inquiry, row: Hearing) -> None:
    if inquiry.helped:
        what = tuple(sheet("justice")["hearing"]["prepared"])
        prepare(inquiry.case, row.pk, by=inquiry.scene.by, what=what)


def _judge(inquiry: Inquiry) -> bool:
    """One judgment for each offence, all to the same effect."""
    found, chance = sheet("justice")["judgment"], inquiry.scene.chance
    result = chance.one_of(found["result"])
    convicted = bool(result == Judgment.Result.CONVICTED)
    for offence in inquiry.row.offences:
        note_judgment(
            inquiry.dossier, inquiry.row.pk, by=inquiry.police, day=today(), offence=offence,
            result=result, penalty_months=chance.whole(found["months"]) if convicted else None,
            confiscation=convicted and chance.happens(found["confiscation"]),
        )  # fmt: skip
    return convicted


def _claim(inquiry: Inquiry) -> tuple[UUID, Decimal] | None:
    found, chance = sheet("justice"), inquiry.scene.chance
    if not (inquiry.helped and chance.happens(found["claimed"])):
        return None
    amount = Decimal(chance.whole(found["claim"]["hundreds"]) * 100)
    made = claim(
        inquiry.case, by=inquiry.scene.by, source=chance.one_of(found["claim"]["source"]),
        amount=amount, currency=found["currency"], day=today(), proceeding=inquiry.row.pk,
    )  # fmt: skip
    return made.pk, amount


def _settle(inquiry: Inquiry, asked: tuple[UUID, Decimal], *, convicted: bool) -> Steps:
    """What was awarded of a claim and what is paid of it, as long as the file is open."""
    found, (made, amount) = sheet("justice"), asked
    chance, by = inquiry.scene.chance, inquiry.scene.by
    yield later(days=2)
    won = convicted and chance.happens(found["claim"]["awarded"])
    state, part = (Claimed.AWARDED, _tenths(inquiry, amount)) if won else (Claimed.REFUSED, None)
    if not inquiry.helped:
        return
    follow_claim(inquiry.case, made, by=by, state=state, day=today(), amount=part)
    if part is None or not chance.happens(found["claim"]["paid"]):
        return
    yield later(days=chance.between(found["days"]["paid"]))
    if inquiry.helped:
        follow_claim(inquiry.case, made, by=by, state=Claimed.PAID, day=today(), amount=part)


def _tenths(inquiry: Inquiry, amount: Decimal) -> Decimal:
    tenths = inquiry.scene.chance.whole(sheet("justice")["claim"]["part"])
    return amount * tenths / 10
