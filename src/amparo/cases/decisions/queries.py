from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.cases.queries import OfCaseQuerySet

if TYPE_CHECKING:
    from amparo.cases.decisions.models import Decision, Reconsideration
    from amparo.cases.models import Case
    from amparo.people.models import User


def decisions_of(case: Case) -> OfCaseQuerySet[Decision]:
    """Those that count, the newest first."""
    from amparo.cases.decisions.models import Decision

    rows = Decision.objects.of(case).filter(taken__isnull=False)
    return rows.select_related("by", "taken__by").order_by("-taken__at", "-pk")


def last_decision(case: Case) -> Decision | None:
    return decisions_of(case).first()


def has_decided(user: User, case: Case) -> bool:
    """Whether they wrote a decision of this file that counts, or agreed to it."""
    return any(user.pk in (row.by_id, row.taken.by_id) for row in decisions_of(case))


def untaken_of(case: Case) -> OfCaseQuerySet[Decision]:
    """Those that were proposed and do not count, or not yet, the newest first."""
    from amparo.cases.decisions.models import Decision

    return Decision.objects.of(case).filter(taken=None).select_related("by").newest_first()


def decision_with(pk: UUID) -> Decision:
    from amparo.cases.decisions.models import Decision

    return Decision.objects.select_related("case").get(pk=pk)


def untold_decision(case: Case) -> Decision | None:
    """The last decision, while the person has not been told of it."""
    last = last_decision(case)
    return last if last and not last.notices.exists() else None


def reconsiderations_of(case: Case) -> OfCaseQuerySet[Reconsideration]:
    from amparo.cases.decisions.models import Reconsideration

    return Reconsideration.objects.of(case).select_related("by").newest_first()
