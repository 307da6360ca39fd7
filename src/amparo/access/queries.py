from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.db import models

from amparo.access.policy import Purpose, Standing

if TYPE_CHECKING:
    from amparo.access.models import Grant  # noqa: F401  named in a base class


class GrantQuerySet(models.QuerySet["Grant"]):
    def live(self) -> GrantQuerySet:
        return self.filter(until__isnull=True)

    def of_case(self, case_id: UUID) -> GrantQuerySet:
        return self.filter(case_id=case_id)

    def held_by(self, standing: Standing) -> GrantQuerySet:
        return self.live().filter(unit__in=standing.units)

    def for_purpose(self, purpose: str) -> GrantQuerySet:
        return self.filter(purpose=purpose)

    def purposes(self) -> frozenset[str]:
        return frozenset(self.values_list("purpose", flat=True))


M = TypeVar("M", bound=models.Model, covariant=True)


class CaseScoped(models.QuerySet[M]):
    """Rows of a case; every question about them starts from who asks."""

    case_field = "case_id"
    purpose = Purpose.CASEWORK

    def visible_to(self, standing: Standing) -> Self:
        if standing.oversees:
            return self.all()
        shared = grants().held_by(standing).for_purpose(self.purpose).values("case_id")
        return self.filter(**{f"{self.case_field}__in": shared})


def grants() -> GrantQuerySet:
    from amparo.access.models import Grant

    return Grant.objects.all()
