"""The institutions of the country, and by which instruments it is bound."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require
from amparo.audit.actions import record
from amparo.commitments.following.models import Bond, Institution
from amparo.methods import clock
from amparo.people.models import Unit, User


@action
def add_institution(
    *, by: User, name_en: str, name_fr: str, unit: Unit | None = None
) -> Institution:
    """Raises Refused where one of this name is there already."""
    require(by, Act.KEEP_COMMITMENTS)
    row = Institution(name_en=name_en, name_fr=name_fr, unit=unit)
    _save(row)
    record("added an institution", by=by, thing=row)
    return row


@action
def change_institution(
    row: Institution, *, by: User, name_en: str, name_fr: str, unit: Unit | None = None
) -> Institution:
    """Another name, or another unit here; what it answers for stays its own."""
    require(by, Act.KEEP_COMMITMENTS)
    row.name_en, row.name_fr, row.unit = name_en, name_fr, unit
    _save(row)
    record("changed an institution", by=by, thing=row)
    return row


@action
def end_institution(row: Institution, *, by: User) -> None:
    """It answers for nothing new. Raises Refused while it still answers for an ask."""
    require(by, Act.KEEP_COMMITMENTS)
    locked = Institution.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if locked.charges.filter(ended_at=None).exists():
        raise Refused(_("It still answers for asks. Give each of them to another one first."))
    locked.ended_at = locked.ended_at or clock.now()
    locked.save(update_fields=["ended_at"])
    record("ended an institution", by=by, thing=row)


@action
def take_up_institution(row: Institution, *, by: User) -> None:
    """It was ended by mistake, or is there again."""
    require(by, Act.KEEP_COMMITMENTS)
    row.ended_at = None
    _save(row)
    record("took an institution up again", by=by, thing=row)


def _save(row: Institution) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        sentence = _("An institution of this name is there already. Change that one instead.")
        raise Refused(sentence) from error


@action
def say_bond(
    instrument: str, *, by: User, kind: str, signed_on: date | None = None,
    bound_on: date | None = None, in_force_on: date | None = None,
    reservations: str = "", law: str = "",
) -> Bond:  # fmt: skip
    """What the country says of an instrument from now on; what it said before stays readable."""
    require(by, Act.KEEP_COMMITMENTS)
    row = Bond.objects.create(
        instrument=instrument, kind=kind, signed_on=signed_on, bound_on=bound_on,
        in_force_on=in_force_on, reservations=reservations, law=law, by=by, at=clock.now(),
    )  # fmt: skip
    record("said by what the country is bound", by=by, thing=row)
    return row
