from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from amparo.access.policy import Standing
from amparo.access.standing import is_allowed, standing_of
from amparo.access.two_persons.kinds import kinds_to_approve
from amparo.methods import clock
from amparo.people.queries import makers_of

if TYPE_CHECKING:
    from amparo.access.two_persons.models import Proposal
    from amparo.people.models import User


DECIDED = ("approved", "refused", "withdrawn")
# How long what a second person let leave may be taken by whoever asked for it.
OPEN_FOR = timedelta(hours=24)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self, now: datetime) -> ProposalQuerySet:
        """Neither decided nor expired."""
        return self.filter(expires_at__gt=now).exclude(steps__state__in=DECIDED)

    def soonest_first(self) -> ProposalQuerySet:
        return self.select_related("by").order_by("expires_at", "pk")

    def approvable(self, standing: Standing) -> ProposalQuerySet:
        """Of a kind that these mandates may say yes to."""
        return self.filter(kind__in=kinds_to_approve(standing))


def _proposals() -> ProposalQuerySet:
    from amparo.access.two_persons.models import Proposal

    return Proposal.objects.all()


def decidable_by(user: User) -> list[Proposal]:
    """What waits for this person's yes or no: of others, and on a case only within their reach."""
    rows = _proposals().waiting(clock.now()).approvable(standing_of(user))
    return [row for row in rows.soonest_first() if may_approve(user, row)]


def proposal_for(user: User, wanted: UUID) -> Proposal | None:
    """One that this person may decide, or could have before it was decided or expired."""
    row = _proposals().approvable(standing_of(user)).filter(pk=wanted).first()
    return row if row and may_approve(user, row) else None


def is_waiting(proposal: Proposal) -> bool:
    return _proposals().waiting(clock.now()).filter(pk=proposal.pk).exists()


def may_approve(user: User, proposal: Proposal) -> bool:
    act = proposal.deed.approve
    allowed = proposal.case_id is None or is_allowed(user, act, proposal.case_id)
    return allowed and not is_bound(user, proposal)


def is_bound(user: User, proposal: Proposal) -> bool:
    """Whether it is one's own, is about oneself, or was proposed by whoever made one's account."""
    own = user.pk in (proposal.by_id, proposal.subject) or proposal.by_id in makers_of(user)
    return own or proposal.deed.is_about(user, proposal)


def proposed_by(user: User) -> ProposalQuerySet:
    return _proposals().waiting(clock.now()).filter(by=user).soonest_first()


def waiting_for(kind: str, subject: UUID | None = None) -> bool:
    """Whether one of this kind waits for its second person already."""
    rows = _proposals().waiting(clock.now()).filter(kind=kind)
    return (rows.filter(subject=subject) if subject else rows).exists()


def waiting_cases(kind: str) -> models.QuerySet[Proposal, UUID | None]:
    """For a sub-query: the cases on which one of this kind waits for its second person."""
    rows = _proposals().waiting(clock.now()).filter(kind=kind)
    return rows.values_list("case_id", flat=True)


def released(user: User, kind: str) -> ProposalQuerySet:
    """Of this person's own proposals of a kind, those that a second person agreed to today."""
    return _proposals().filter(
        by=user, kind=kind, steps__state="approved", steps__at__gt=clock.now() - OPEN_FOR
    )
