"""Erasing a file at the person's word: asked, then refused with a reason or done by two persons."""

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.restriction.models import Restriction
from amparo.access.restriction.queries import restriction_of
from amparo.access.standing import Refused, require, require_on_case
from amparo.access.two_persons import Kind, Proposal, propose
from amparo.audit.actions import record
from amparo.cases.actions.steps import step
from amparo.cases.files import file_of
from amparo.cases.glance import erased
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.queries import case_with, reference_of
from amparo.methods import clock
from amparo.people.models import User
from amparo.rights.models import ErasureRefusal, ErasureRequest
from amparo.rights.queries import is_due_for_erasure, open_request_of, request_with
from amparo.vault.erasure import erase

KIND = "erase"
RETENTION_OVER = "retention_over"


@action
def ask_erasure(case: Case, *, by: User, ground: str, asked_by: str, reason: str) -> Proposal:
    """Write the person's request down, and propose it to a second person. Raises Refused."""
    require_on_case(by, Act.WRITE_CASE, case.pk)
    _refuse_if_hindered(case)
    row = open_request_of(case)
    if row is None:
        row = ErasureRequest(case=case, ground=ground, asked_by=asked_by, at=clock.now(), by=by)
        row.save(force_insert=True)
        record("asked for erasure", by=by, case=case.pk, thing=row, purpose=ground)
    return propose(KIND, by=by, subject=row.pk, case=case.pk, reason=reason)


@action
def refuse_erasure(case: Case, *, by: User, reason: str) -> ErasureRefusal:
    """Say no, for a reason that the law knows; the person is told it and whom to complain to."""
    require(by, Act.ERASE)
    row = open_request_of(case)
    if row is None:
        raise Refused(_("Nobody asks for the erasure of this file now."))
    refusal = ErasureRefusal(case=case, request=row, reason=reason, at=clock.now(), by=by)
    refusal.save(force_insert=True)
    record("refused erasure", by=by, case=case.pk, thing=refusal, purpose=reason)
    return refusal


def _refuse_if_hindered(case: Case) -> None:
    if erased(case):
        raise Refused(_("This file was erased already."))
    standing = restriction_of(case.pk)
    if standing and standing.ground == Restriction.Ground.CLAIM:
        raise Refused(
            _("The person needs this file kept for a claim: lift that restriction first.")
        )


def carry_out(proposal: Proposal, by: User) -> None:
    """As the second person: end what still runs, then destroy the keys and every copy of words."""
    assert proposal.case_id is not None  # noqa: S101  proposals of this kind are about a file
    case = case_with(proposal.case_id)
    _refuse_if_hindered(case)
    row = request_with(proposal.subject)
    if row is None and not is_due_for_erasure(case.pk, by):
        raise Refused(_("No rule of the country asks for this any more."))
    if row and hasattr(row, "refusal"):
        raise Refused(_("This request was refused meanwhile. The person may ask again."))
    if case.support in (State.SOUGHT, State.PLACED):
        step(case, Track.SUPPORT, State.ENDED, by=by, reason="other")
    erase(case.pk, by=by, reason=row.ground if row else RETENTION_OVER)


def says(proposal: Proposal) -> str:
    return _(
        "Destroy the keys of the file %(file)s, for ever: names, accounts, notes and attachments"
        " can be read by nobody any more. Dates and states stay, for the figures and the log."
    ) % {"file": reference_of(proposal.case_id)}


def kind() -> Kind:
    return Kind(KIND, _("Erase a file"), Act.ASK_ERASURE, Act.ERASE, carry_out, says, shows=file_of)
