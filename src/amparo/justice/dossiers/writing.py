"""What every write of a dossier begins and ends with."""

from typing import TypeVar

from django.utils.translation import gettext as _

from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.justice.models import Dossier, OfDossier
from amparo.justice.queries import dossier_with
from amparo.people.models import User
from amparo.vault.actions import make_key_for
from amparo.vault.models import Compartment

R = TypeVar("R", bound=OfDossier)


def begin(dossier: Dossier, *, by: User, act: Act = Act.WRITE_DOSSIER) -> Dossier:
    """The dossier as it is now, locked against a second writer."""
    require_on_case(by, act, dossier.pk)
    row = dossier_with(dossier.pk)
    if row.erased:
        raise Refused(_("The file was erased: nothing is added to its dossier."))
    return row


def keep(row: R, what: str, *, by: User, purpose: str = "", **sealed: str) -> R:
    """Seal what is to be sealed, with a key of the row's own; write it and say so in the log."""
    texts = {field: text.strip() for field, text in sealed.items() if text.strip()}
    if texts:
        require_on_case(by, Act.WRITE_DOSSIER, row.dossier_id)
        opened = make_key_for(row.dossier_id, Compartment.EVIDENCE, row, by=by)
        for field, text in texts.items():
            opened.write(row, field, text)
    row.save(force_insert=True)
    record(what, by=by, case=row.dossier_id, thing=row, purpose=purpose)
    return row
