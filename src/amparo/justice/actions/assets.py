from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.pages.writing import refuse
from amparo.justice.actions.proceedings import the_proceeding
from amparo.justice.dossiers.writing import begin, keep
from amparo.justice.models import Asset, AssetStep, Dossier
from amparo.justice.queries.assets import asset_with, last_step
from amparo.justice.rules import asset_hindrance, day_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User


@action
def note_asset(
    dossier: Dossier, *, by: User, kind: str, value: Decimal, currency: str, state: str, day: date,
    proceeding: UUID | None = None,
) -> Asset:  # fmt: skip
    """Write down what was frozen or confiscated, and what it is worth."""
    dossier = begin(dossier, by=by)
    within = the_proceeding(dossier, proceeding) if proceeding else None
    row = Asset(
        dossier=dossier, at=clock.now(), by=by, proceeding=within, kind=kind, value=value,
        currency=currency,
    )  # fmt: skip
    keep(row, "asset", by=by, purpose=kind)
    _step(dossier, row, state, day, by=by)
    return row


@action
def follow_asset(dossier: Dossier, asset: UUID, *, by: User, state: str, day: date) -> AssetStep:
    dossier = begin(dossier, by=by)
    row = asset_with(dossier, asset)
    if row is None:
        raise Refused(_("There is no such asset."))
    return _step(dossier, row, state, day, by=by)


def _step(dossier: Dossier, row: Asset, state: str, day: date, *, by: User) -> AssetStep:
    last = last_step(row)
    refuse(asset_hindrance(last.state if last else "", state))
    refuse(day_hindrance(day, today=today(), after=last.day if last else None))
    taken = AssetStep(
        dossier=dossier, at=clock.now(), by=by, asset=row, state=state, day=day,
        number=last.number + 1 if last else 1,
    )  # fmt: skip
    return keep(taken, f"asset: {state}", by=by)
