"""A copy for somebody else, as far as a test wants it."""

from datetime import date
from typing import Any

from amparo.access.acting import acting_as
from amparo.access.two_persons import Proposal, approve
from amparo.cases.consents.actions import record_consent
from amparo.cases.consents.models import Consent
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.rights.copy_exports.actions import ask_for_copy
from amparo.rights.copy_exports.queries import export_with
from amparo.rights.models import CopyExport
from support.cast import Cast

WHY = "Asked for before the hearing."


def consented(
    case: Case, by: User, purpose: str = "legal_aid", until: date | None = None
) -> Consent:
    return record_consent(
        case, by=by, purpose=purpose, recipients="services", language="en", how="signed",
        given_by="person", until=until,
    )  # fmt: skip


def asked(case: Case, by: User, **changes: Any) -> Proposal:
    said: dict[str, Any] = {
        "recipient": "lawyer", "proof": "mandate", "language": "en", "left_out": {}, "reason": WHY,
    }  # fmt: skip
    return ask_for_copy(case, by=by, **{**said, **changes})


def export_of(proposal: Proposal) -> CopyExport:
    with acting_as(proposal.by):
        row = export_with(proposal.subject)
    assert row is not None
    return row


def agreed(case: Case, cast: Cast, **changes: Any) -> CopyExport:
    """Asked by the manager of A, under a consent of the person, agreed to by the bureau."""
    consented(case, cast.manager_a)
    proposal = asked(case, cast.manager_a, **changes)
    approve(proposal, by=cast.coordinator)
    return export_of(proposal)
