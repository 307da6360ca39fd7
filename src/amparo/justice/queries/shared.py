"""Rows on which both sides of the wall look: dates and duties of proceedings."""

from __future__ import annotations

from typing import Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from amparo.access.policy import Purpose, Standing
from amparo.access.queries import grants
from amparo.cases.queries import OfCaseQuerySet

M = TypeVar("M", bound=models.Model, covariant=True)


class SharedQuerySet(OfCaseQuerySet[M]):
    def visible_to(self, standing: Standing) -> Self:
        """With the file, or with the dossier: neither opens the other."""
        if standing.oversees:
            return self.all()
        held = grants().read_by(standing, Purpose.CASEWORK).values("case_id")
        apart = grants().read_by(standing, Purpose.EVIDENCE).values("case_id")
        mine = Q(case_id__in=held) | Q(case_id__in=apart)
        if standing.glass:
            mine |= Q(case_id__in=standing.glass)
        return self.filter(mine)

    def about(self, case_id: UUID) -> Self:
        """Of one file or dossier, which have one id, the oldest first."""
        return self.filter(case_id=case_id).order_by("at", "pk")
