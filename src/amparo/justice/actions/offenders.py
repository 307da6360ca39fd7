from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.justice.actions.proceedings import the_proceeding
from amparo.justice.dossiers.writing import begin, keep
from amparo.justice.models import Dossier, Offender, SameOffender
from amparo.justice.offender_names import pseudonym
from amparo.justice.queries.offenders import offender_of, offender_open_to, offenders_of, taken_for
from amparo.methods import clock
from amparo.people.models import User


@action
def note_offender(
    dossier: Dossier, *, by: User, role: str, relation: str, legal_person: bool, name: str = "",
    description: str = "", proceeding: UUID | None = None,
) -> Offender:  # fmt: skip
    """Write down whom somebody holds responsible; name and description are sealed as evidence."""
    dossier = begin(dossier, by=by)
    row = Offender(
        dossier=dossier, at=clock.now(), by=by, role=role, relation=relation,
        legal_person=legal_person,
        proceeding=the_proceeding(dossier, proceeding) if proceeding else None,
    )  # fmt: skip
    row.pseudonym = pseudonym(row.pk, {each.pseudonym for each in offenders_of(dossier)})
    return keep(row, "alleged offender", by=by, purpose=role, name=name, description=description)


@action
def take_for_same(
    dossier: Dossier, offender: UUID, *, by: User, reference: str, pseudonym: str
) -> SameOffender:
    """Say that the offender is one of another dossier that is open to `by`, in both of them."""
    dossier = begin(dossier, by=by)
    row, other = offender_of(dossier, offender), offender_open_to(by, reference, pseudonym)
    if row is None or other is None or other.dossier_id == dossier.pk:
        raise Refused(_("No dossier that is open to you has an alleged offender by this name."))
    if other.pk in taken_for(row):
        raise Refused(_("This is written down already."))
    begin(other.dossier, by=by)
    _take(other, row, by=by)
    return _take(row, other, by=by)


def _take(row: Offender, other: Offender, *, by: User) -> SameOffender:
    same = SameOffender(dossier_id=row.dossier_id, at=clock.now(), by=by, offender=row, other=other)
    return keep(same, "same alleged offender", by=by)
