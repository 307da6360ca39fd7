"""The list of the evidence for another system: one asks, a second agrees, taken within a day."""

import json

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.audit.actions import record
from amparo.evidence.actions.items import open_items
from amparo.evidence.listing import as_case
from amparo.evidence.models import EvidenceExport
from amparo.evidence.queries import EXPORT, agreed_export, export_with
from amparo.justice.dossiers.writing import begin
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.models import User

RECIPIENTS = "evidence_recipients"


@action
def ask_for_list(dossier: Dossier, *, by: User, recipient: str, reason: str) -> Proposal:
    """Ask a second person to let the list leave; `reason` is what they read."""
    dossier = begin(dossier, by=by, act=Act.OPEN_EVIDENCE)
    row = EvidenceExport(dossier=dossier, at=clock.now(), by=by, recipient=recipient)
    row.save(force_insert=True)
    record("asked for the evidence list", by=by, case=dossier.pk, thing=row, purpose=recipient)
    return propose(EXPORT, by=by, subject=row.pk, case=dossier.pk, reason=reason)


@action
def take_list(row: EvidenceExport, *, by: User) -> bytes:
    """Items, digests and custody as CASE JSON-LD; no original is in it. Raises Refused."""
    require_on_case(by, Act.OPEN_EVIDENCE, row.dossier_id)
    if agreed_export(row.dossier, by, row.pk) is None:
        raise Refused(_("Nobody has agreed to this list within the last day."))
    told = open_items(row.dossier, by=by, purpose=row.recipient)
    record("took the evidence list", by=by, case=row.dossier_id, thing=row, purpose=row.recipient)
    bundle = as_case(row.dossier, told, made_at=clock.now())
    return json.dumps(bundle, ensure_ascii=False, indent=1).encode()


def _agreed(proposal: Proposal, by: User) -> None:
    """The yes is the deed: a day begins to run."""
    row = export_with(proposal.subject)
    if row is None or row.dossier.erased:
        raise Refused(_("There is nothing left to list."))


def _says(proposal: Proposal) -> str:
    row = export_with(proposal.subject)
    if row is None:
        return str(NAME)
    said = {"dossier": row.dossier.reference, "recipient": label(RECIPIENTS, row.recipient)}
    return (
        _(
            "The list of the evidence of dossier %(dossier)s leaves, with what is sealed of each"
            " item and of its custody, without the originals. For: %(recipient)s."
        )
        % said
    )


NAME = gettext_lazy("The list of the evidence of a dossier")


def kind() -> Kind:
    return Kind(EXPORT, NAME, Act.OPEN_EVIDENCE, Act.OPEN_EVIDENCE, _agreed, _says)
