from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from amparo.access.restriction.models import Restriction


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    def standing(self) -> RestrictionQuerySet:
        return self.filter(lifted_at=None)

    def of_case(self, case_id: UUID) -> RestrictionQuerySet:
        return self.filter(case_id=case_id)

    def newest_first(self) -> RestrictionQuerySet:
        return self.select_related("by", "lifted_by").order_by("-at", "pk")


def restrictions() -> RestrictionQuerySet:
    from amparo.access.restriction.models import Restriction

    return Restriction.objects.all()


def restriction_of(case_id: UUID) -> Restriction | None:
    """The one that stands now."""
    return restrictions().standing().of_case(case_id).first()
