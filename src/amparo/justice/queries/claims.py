from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from amparo.cases.models import Case
from amparo.cases.queries import rows_of

if TYPE_CHECKING:
    from amparo.justice.models import Claim, ClaimStep


def claims_of(case: Case) -> list[Claim]:
    """The first made first, with what became of each."""
    from amparo.justice.models import Claim

    return list(rows_of(Claim, case).prefetch_related("steps").order_by("day", "at"))


def claim_with(case: Case, pk: UUID) -> Claim | None:
    return next((row for row in claims_of(case) if row.pk == pk), None)


def steps_of(claim: Claim) -> list[ClaimStep]:
    return sorted(claim.steps.all(), key=lambda step: step.number)


def awarded(claim: Claim) -> Decimal | None:
    """What was awarded last: an appeal may change it."""
    found = [step.amount for step in steps_of(claim) if step.state == "awarded"]
    return found[-1] if found else None


def paid(claim: Claim) -> Decimal:
    return sum((s.amount or Decimal(0) for s in steps_of(claim) if s.state == "paid"), Decimal(0))


def is_over(claim: Claim) -> bool:
    """Refused or given up, and nothing followed."""
    steps = steps_of(claim)
    return bool(steps) and steps[-1].state in ("refused", "given_up")
