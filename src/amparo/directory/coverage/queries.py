from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Count, Q, Sum

from amparo.directory.queries import ServiceQuerySet

if TYPE_CHECKING:
    from amparo.directory.coverage.models import CoverageDay

Cell = tuple[str, str]  # kind, region


class Tally(NamedTuple):
    """Services of one kind that stand in one region, with their places."""

    services: int = 0
    places: int = 0
    free: int = 0


@dataclass(frozen=True)
class Kept:
    """What was kept on a day: of so many kinds in regions, how many had nothing."""

    on: date
    cells: int
    nothing: int


class CoverageDayQuerySet(models.QuerySet["CoverageDay"]):
    def on(self, day: date) -> CoverageDayQuerySet:
        return self.filter(on=day)

    def of_cell(self, cell: Cell, language: str) -> CoverageDayQuerySet:
        kind, region = cell
        return self.filter(kind=kind, region=region, language=language)

    def kept(self, language: str) -> list[Kept]:
        """Of each day, the newest first."""
        rows = self.filter(language="").order_by("-on").values_list("on").annotate(Count("pk"))
        there = Q(services__gt=0)
        covered = self.filter(there, language=language).order_by().values_list("on")
        found = Counter(dict(covered.annotate(Count("pk"))))
        return [Kept(on, cells, cells - found[on]) for on, cells in rows]


def coverage_days() -> CoverageDayQuerySet:
    model: type[CoverageDay] = apps.get_model("directory", "CoverageDay")
    return model.objects.all()


def standing_there(services: ServiceQuerySet) -> dict[Cell, Tally]:
    """By kind and the region in which the service is."""
    grouped = services.order_by().values_list("kind", "region")
    rows = grouped.annotate(Count("pk"), Sum("places_total"), Sum("places_free"))
    return {(kind, region): Tally(*counted) for kind, region, *counted in rows}


def from_elsewhere(services: ServiceQuerySet, regions: Iterable[str]) -> Counter[Cell]:
    """How many services of a kind work for a region in which they are not; `serves`, if empty,
    means every region."""
    every, found = list(regions), Counter[Cell]()
    for kind, home, serves in services.values_list("kind", "region", "serves"):
        found.update((kind, region) for region in (serves or every) if region != home)
    return found
