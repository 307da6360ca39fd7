from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from amparo.access.queries import CaseScoped
from amparo.access.standing import standing_of
from amparo.cases.queries import OfCaseQuerySet, cases_for

if TYPE_CHECKING:
    from amparo.access.policy import Standing
    from amparo.cases.models import Case
    from amparo.exchange.models import Batch, Origin, SourceKey  # noqa: F401  in a base class
    from amparo.people.models import User


class BatchQuerySet(models.QuerySet["Batch"]):
    def of_units(self, standing: Standing) -> BatchQuerySet:
        return self.filter(unit__in=standing.units)

    def newest_first(self) -> BatchQuerySet:
        return self.select_related("by").order_by("-at", "pk")


class SourceKeyQuerySet(CaseScoped["SourceKey"]):
    def known_to(self, unit: UUID, digests: Iterable[UUID]) -> SourceKeyQuerySet:
        return self.filter(unit=unit, digest__in=list(digests))


def batches_of(user: User) -> BatchQuerySet:
    """What the units of this person brought in."""
    from amparo.exchange.models import Batch

    return Batch.objects.of_units(standing_of(user)).newest_first()


def files_of(batch: Batch, user: User) -> list[Case]:
    """The files of a batch that this person may see, in the order of their references."""
    origins = _origins().filter(batch=batch)
    found = cases_for(user).filter(pk__in=origins.values("case"))
    return list(found.order_by("reference"))


def origin_of(case: Case) -> Origin | None:
    return _origins().of(case).select_related("by", "batch__unit").in_order().first()


def known_here(unit: UUID, digests: Iterable[UUID]) -> dict[UUID, UUID]:
    """digest -> the file that came under it to this unit."""
    from amparo.exchange.models import SourceKey

    rows = SourceKey.objects.known_to(unit, digests)
    return dict(rows.values_list("digest", "case_id"))


def _origins() -> OfCaseQuerySet[Origin]:
    from amparo.exchange.models import Origin

    return Origin.objects.all()
