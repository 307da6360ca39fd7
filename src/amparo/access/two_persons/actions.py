from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import ON_A_CASE, Act, may
from amparo.access.standing import Refused, is_allowed, require, require_on_case, standing_of
from amparo.access.two_persons.kinds import kind_named
from amparo.access.two_persons.models import Proposal, ProposalStep
from amparo.access.two_persons.queries import is_bound
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import User
from amparo.people.queries import as_of_now

HOURS = 72


@action
def propose(
    kind: str, *, by: User, subject: UUID, case: UUID | None = None, reason: str
) -> Proposal:
    """Ask a second person for a deed that one may not do alone; nothing is done yet."""
    _require(by, kind_named(kind).ask, case)
    if not reason.strip():
        raise Refused(_("Say why: the second person decides by it."))
    now = clock.now()
    proposal = Proposal(
        kind=kind, subject=subject, case_id=case, reason=reason.strip(), by=by, at=now,
        expires_at=now + timedelta(hours=HOURS),
    )  # fmt: skip
    proposal.save(force_insert=True)
    ProposalStep.objects.create(proposal=proposal, state=ProposalStep.State.PROPOSED, by=by, at=now)
    record(f"proposed: {kind}", by=by, case=case, thing=proposal)
    return proposal


@action
def approve(proposal: Proposal, *, by: User) -> None:
    """Say yes as the second person, and do it in the same transaction."""
    _refuse_unless_two(proposal, by)
    _decide(proposal, ProposalStep.State.APPROVED, by=by)
    proposal.deed.run(proposal, by)


@action
def refuse(proposal: Proposal, *, by: User, reason: str = "") -> None:
    _require(as_of_now(by), proposal.deed.approve, proposal.case_id)
    if is_bound(by, proposal):
        raise Refused(_("Somebody else must decide this."))
    _decide(proposal, ProposalStep.State.REFUSED, by=by, reason=reason)


@action
def withdraw(proposal: Proposal, *, by: User) -> None:
    """Take back one's own proposal; whatever has happened to one's mandate meanwhile."""
    if proposal.by_id != by.pk:
        raise Refused(_("Only whoever proposed this can take it back."))
    _decide(proposal, ProposalStep.State.WITHDRAWN, by=by)


def _refuse_unless_two(proposal: Proposal, by: User) -> None:
    """Two distinct people, neither made by the other's hand, both with their mandate today."""
    second, first = as_of_now(by), as_of_now(proposal.by)
    if is_bound(second, proposal):
        raise Refused(
            _(
                "Somebody else must decide this: not whoever proposed it, is concerned by it, or"
                " has their account from the one who proposed it."
            )
        )
    _require(second, proposal.deed.approve, proposal.case_id)
    if not _still_may(first, proposal.deed.ask, proposal.case_id):
        raise Refused(_("Whoever proposed this may no longer ask for it."))


def _require(by: User, act: Act, case: UUID | None) -> None:
    require(by, act)
    if case is not None and act in ON_A_CASE:
        require_on_case(by, act, case)


def _still_may(user: User, act: Act, case: UUID | None) -> bool:
    if not user.is_active or not may(standing_of(user), act):
        return False
    return case is None or act not in ON_A_CASE or is_allowed(user, act, case)


def _decide(proposal: Proposal, state: ProposalStep.State, *, by: User, reason: str = "") -> None:
    now = clock.now()
    if proposal.expires_at <= now:
        raise Refused(_("This proposal has expired. Nothing was done; it may be proposed again."))
    try:
        with transaction.atomic():
            ProposalStep.objects.create(
                proposal=proposal, state=state, by=by, at=now, reason=reason
            )
    except IntegrityError as already:
        raise Refused(_("This was decided already. Nothing more was done.")) from already
    record(f"{state}: {proposal.kind}", by=by, case=proposal.case_id, thing=proposal)
