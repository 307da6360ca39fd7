"""Keeping what stands where, so that months can be laid beside each other."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from django.db import transaction

from amparo.directory.coverage.models import CoverageDay
from amparo.directory.coverage.queries import Cell, Tally, standing_there
from amparo.directory.queries import services
from amparo.people.codes import listed
from amparo.people.country import country

COUNTED = ["services", "places", "free"]


def keep_coverage(on: date) -> int:
    """Count what stands there now under the day `on`; a second time that day counts anew.

    Gives how many rows were kept. It tells nothing of a case, so nobody has to act for it.
    """
    with transaction.atomic():
        CoverageDay.objects.on(on).delete()
        rows = CoverageDay.objects.bulk_create(
            _rows(on), update_conflicts=True, update_fields=COUNTED,
            unique_fields=["on", "kind", "region", "language"],
        )  # fmt: skip
    return len(rows)


def _rows(on: date) -> Iterator[CoverageDay]:
    """Always in the same order, so that two who keep a day at once wait and do not block."""
    cells = list(product(listed("services").codes, country().regions))
    there = standing_there(services())
    yield from (_row(on, cell, "", there.get(cell, Tally())) for cell in cells)
    for language in sorted({code for row in services() for code in row.languages}):
        found = standing_there(services().speaking(language))
        yield from (_row(on, cell, language, found[cell]) for cell in cells if cell in found)


def _row(on: date, cell: Cell, language: str, counted: Tally) -> CoverageDay:
    (kind, region), (number, places, free) = cell, counted
    return CoverageDay(
        on=on, kind=kind, region=region, language=language, services=number, places=places,
        free=free,
    )  # fmt: skip
