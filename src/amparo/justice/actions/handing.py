from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.actions import share
from amparo.access.policy import POLICE, Act, Purpose, Recipient
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.cases.consents.actions import stands_for
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin
from amparo.cases.pseudonyms import NAMELESS
from amparo.justice.models import Dossier
from amparo.justice.queries import dossier_of, investigating_units
from amparo.methods import clock
from amparo.people.models import User


@action
def hand_over(case: Case, *, by: User, unit: UUID) -> Dossier:
    """Let a unit of the police or of the prosecutor work on the person's dossier.

    Under a consent, or a legal ground, to tell the police (CoE Convention, articles 11 and 28).
    They come to the dossier alone: nothing that was said in confidence opens to them.
    """
    case = begin(case, by=by, act=Act.HAND_OVER)
    refuse_if_restricted(case.pk)
    chosen = next((each for each in investigating_units() if each.pk == unit), None)
    if chosen is None:
        raise Refused(_("Choose a unit of the police or of the prosecutor."))
    if not stands_for(case, POLICE):
        raise Refused(
            _("Record the person’s consent to tell the police, or the ground that replaces it.")
        )
    dossier = dossier_of(case) or _open(case, by=by)
    purposes = [Purpose.EVIDENCE]
    share(case.pk, chosen, purposes, by=by, under=POLICE, recipient=Recipient.JUSTICE)
    record("handed over", by=by, case=case.pk, thing=chosen)
    return dossier


def _open(case: Case, *, by: User) -> Dossier:
    dossier = Dossier(
        id=case.pk, reference=case.reference, pseudonym=case.pseudonym, at=clock.now(), by=by,
        forms=case.forms, child=case.treated_as_child, identification=case.identification,
    )  # fmt: skip
    dossier.save(force_insert=True)
    return dossier


def keep_in_step(case: Case) -> None:
    """What the dossier says of the file, each time that the file changes."""
    dossier = dossier_of(case)
    if dossier is None:
        return
    dossier.identification, dossier.child = case.identification, case.treated_as_child
    dossier.forms, dossier.pseudonym = case.forms, case.pseudonym
    dossier.save(update_fields=["identification", "child", "forms", "pseudonym"])


def forget(case_id: UUID) -> None:
    """With the keys of a file goes what describes the person here too (ADR 42)."""
    rows = Dossier.objects.filter(pk=case_id)
    for row in rows:
        row.pseudonym, row.forms = NAMELESS, row.forms[:1]
        row.save(update_fields=["pseudonym", "forms"])
