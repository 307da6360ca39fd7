"""Whom somebody holds responsible, and what was taken from them."""

from decimal import Decimal

from amparo.demo.load import persons
from amparo.demo.load.inquiry import Inquiry
from amparo.demo.load.sheets import sheet
from amparo.demo.load.words import words
from amparo.justice.actions.assets import note_asset
from amparo.justice.actions.offenders import note_offender
from amparo.justice.models import AssetStep
from amparo.people.country import today


def suspects(inquiry: Inquiry) -> None:
    found, chance = sheet("justice"), inquiry.scene.chance
    for _ in range(int(chance.one_of(found["offenders"]))):
        note_offender(
            inquiry.dossier, by=inquiry.police, role=chance.one_of(found["offender"]["role"]),
            relation=chance.one_of(found["offender"]["relation"]),
            legal_person=chance.happens(found["offender"]["legal_person"]),
            name=persons.somebody(chance), description=words("justice", "offender", chance),
            proceeding=inquiry.row.pk,
        )  # fmt: skip


def assets(inquiry: Inquiry) -> None:
    found, chance = sheet("justice"), inquiry.scene.chance
    if chance.happens(found["asset"]["share"]):
        note_asset(
            inquiry.dossier, by=inquiry.police, kind=chance.one_of(found["asset"]["kind"]),
            value=Decimal(chance.whole(found["asset"]["hundreds"]) * 100),
            currency=found["currency"], state=AssetStep.State.FROZEN, day=today(),
            proceeding=inquiry.row.pk,
        )  # fmt: skip
