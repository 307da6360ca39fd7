"""What a unit notes of somebody's health: under a key of its own, which no other unit has (B5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import OWN_RECORD, share
from amparo.access.policy import Act, Purpose, Recipient
from amparo.access.standing import NotAllowed, require_on_case
from amparo.audit.actions import record
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin
from amparo.methods import clock
from amparo.people.models import Unit, User
from amparo.support.models import HealthNote
from amparo.support.queries import caring_units, has_health_key, health_notes
from amparo.vault.actions import Opened, make_key_for, open_sealed, open_things
from amparo.vault.models import Compartment

WRITING = "writing"


@dataclass(frozen=True)
class Noted:
    """One note as its own unit reads it."""

    row: HealthNote
    text: str


@action
def note_health(case: Case, *, by: User, kind: str, text: str) -> HealthNote:
    """Seal a note under the key of the unit that writes it; the first note makes that key."""
    case = begin(case, by=by, act=Act.WRITE_HEALTH)
    unit = next(iter(caring_units(by, case)), None)
    if unit is None:
        raise NotAllowed(_("Your unit does not care for this person."), Act.WRITE_HEALTH, case.pk)
    share(case.pk, unit, [Purpose.CARE], by=by, under=OWN_RECORD, recipient=Recipient.OWN)
    row = HealthNote(case=case, at=clock.now(), by=by, unit=unit, kind=kind)
    _key(case, unit, by=by).write(row, "text", text.strip())
    row.save(force_insert=True)
    record("wrote a health note", by=by, case=case.pk, thing=row)
    return row


def _key(case: Case, unit: Unit, *, by: User) -> Opened:
    require_on_case(by, Act.WRITE_HEALTH, case.pk)
    if has_health_key(case, unit):
        return open_sealed(case.pk, Compartment.CLINICAL, by=by, purpose=WRITING, thing=unit)
    return make_key_for(case.pk, Compartment.CLINICAL, unit, by=by)


@action
def open_health(case: Case, *, by: User, purpose: str) -> list[Noted]:
    """The notes of one's own unit, newest first. Raises Refused."""
    require_on_case(by, Act.OPEN_HEALTH, case.pk)
    rows = health_notes(by, case)
    units = {row.unit_id for row in rows}
    keys = open_things(case.pk, Compartment.CLINICAL, units, by=by, purpose=purpose)
    return [Noted(row, keys[row.unit_id].read(row, "text")) for row in rows]
