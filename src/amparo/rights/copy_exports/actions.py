"""Asked for by whoever keeps the file, agreed to by a second person, taken within a day."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.access.standing import Refused, require_on_case
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.audit.actions import record
from amparo.cases.glance import erased
from amparo.cases.models import Case
from amparo.cases.views.scope import NEUTRAL_NAME
from amparo.methods import clock
from amparo.people.codes import label
from amparo.people.models import User
from amparo.rights.actions.copies import codes, opened_for_paper
from amparo.rights.copy_exports.queries import (
    EXPORT_COPY,
    RECIPIENTS,
    agreed_export,
    basis_for,
    export_with,
    purpose_for,
    rests_on_a_basis,
)
from amparo.rights.copy_exports.shapes import PAPER, Made, Shape, shape_of
from amparo.rights.models import CopyExport
from amparo.rights.paper import paper
from amparo.rights.presenters import left_out_words
from amparo.rights.words import own_name


@action
def ask_for_copy(
    case: Case,
    *,
    by: User,
    recipient: str,
    proof: str,
    language: str,
    left_out: Mapping[str, str],
    reason: str,
    shape: str = PAPER,
) -> Proposal:
    """Ask a second person to let a copy go to somebody else. Raises Refused.

    `proof`: what the recipient has shown; `reason` is what the second person reads.
    """
    require_on_case(by, Act.EXPORT_COPY, case.pk)
    refuse_if_restricted(case.pk)
    basis = basis_for(case, recipient)
    if basis is None:
        raise Refused(
            _(
                "The person has not agreed to this, and no legal ground stands in its place:"
                " record one for “%(purpose)s” first."
            )
            % {"purpose": label("consent_purposes", purpose_for(recipient))}
        )
    row = CopyExport(
        case=case, shape=shape, recipient=recipient, proof=proof, language=language,
        left_out=codes(left_out), basis=basis, at=clock.now(), by=by,
    )  # fmt: skip
    row.save(force_insert=True)
    record("asked for a copy", by=by, case=case.pk, thing=row, purpose=recipient)
    return propose(EXPORT_COPY, by=by, subject=row.pk, case=case.pk, reason=reason)


@action
def take_copy(row: CopyExport, *, by: User, names: Sequence[str] = ()) -> Made:
    """The copy that a second person agreed to, each time with its rows. Raises Refused.

    `names` of other people are replaced in every text; nothing is added to what was agreed to.
    """
    require_on_case(by, Act.EXPORT_COPY, row.case_id)
    if agreed_export(row.case, by, row.pk) is None:
        raise Refused(_("Nobody has agreed to this copy within the last day."))
    _refuse_unless_covered(row)
    made = shape_of(row).make(row, by, names)
    record("exported a copy", by=by, case=row.case_id, thing=row, purpose=row.recipient)
    return made


def _on_paper(row: CopyExport, by: User, names: Sequence[str]) -> Made:
    given = opened_for_paper(
        row.case, by=by, purpose=row.recipient, language=row.language,
        left_out=row.reasons, names=names, recipient=row.recipient,
    )  # fmt: skip
    return Made(paper(given), NEUTRAL_NAME, "application/pdf")


def as_paper() -> Shape:
    return Shape(PAPER, gettext_lazy("A paper to read"), _on_paper)


def _refuse_unless_covered(row: CopyExport) -> None:
    refuse_if_restricted(row.case_id)
    if erased(row.case):
        raise Refused(_("This file was erased. There is nothing left to copy."))
    if not rests_on_a_basis(row):
        raise Refused(
            _("The consent or ground that this copy rested on has ended: no copy leaves under it.")
        )


def _agreed(proposal: Proposal, by: User) -> None:
    """The yes is the deed, as long as the person's own yes stands: a day begins to run."""
    row = export_with(proposal.subject)
    if row is None:
        raise Refused(_("This file is not shared with your unit for this."))
    _refuse_unless_covered(row)


def _says(proposal: Proposal) -> str:
    row = export_with(proposal.subject)
    if row is None:
        return _("A copy of a file for somebody else than the person")
    said = {
        "file": row.case.reference,
        "shape": shape_of(row).name,
        "recipient": label(RECIPIENTS, row.recipient),
        "proof": row.get_proof_display(),
        "language": own_name(row.language),
        "purpose": label("consent_purposes", purpose_for(row.recipient)),
        "left_out": left_out_words(row.reasons),
    }
    return (
        _(
            "A copy of the file %(file)s leaves. As: %(shape)s. For: %(recipient)s. Shown:"
            " %(proof)s. Agreed to by the person, or covered by law, for: %(purpose)s. Language:"
            " %(language)s. Left out: %(left_out)s."
        )
        % said
    )


def kind() -> Kind:
    name = gettext_lazy("A copy of a file for somebody else than the person")
    return Kind(EXPORT_COPY, name, Act.EXPORT_COPY, Act.AGREE_COPY, _agreed, _says)
