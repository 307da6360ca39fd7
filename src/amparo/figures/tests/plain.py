"""Facts of invented files, written straight into their table, for tests of what is made of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from amparo.figures.models import Fact

Row = tuple[int, str, str, str]


def write(*rows: Row, times: int = 1, **fields: Any) -> None:
    """One fact per (year, form, sex, age), or `times` of each."""
    Fact.objects.bulk_create(
        Fact(
            token=uuid4(), year=year, opened_on=date(year, 6, 1), form=form, sex=sex, age=age,
            **fields,
        )
        for year, form, sex, age in rows
        for _ in range(times)
    )  # fmt: skip


def write_counts(year: int, counts: Iterable[tuple[str, str, str, int]]) -> None:
    for form, sex, age, files in counts:
        write((year, form, sex, age), times=files)


# Two years of a small country: most cells are below five, as they are in life.
YEARS = {
    2024: (
        ("SEXUAL", "F", "adult", 9), ("SEXUAL", "F", "child", 4), ("SEXUAL", "M", "child", 1),
        ("LABOUR", "M", "adult", 11), ("LABOUR", "F", "adult", 3), ("LABOUR", "M", "unknown", 2),
        ("BEGGING", "M", "child", 3), ("ORGANS", "M", "adult", 1), ("UNKNOWN", "U", "unknown", 1),
    ),
    2025: (
        ("SEXUAL", "F", "adult", 12), ("SEXUAL", "F", "child", 6), ("SEXUAL", "X", "adult", 1),
        ("LABOUR", "M", "adult", 14), ("LABOUR", "F", "adult", 5), ("LABOUR", "M", "child", 2),
        ("BEGGING", "M", "child", 2), ("BEGGING", "F", "child", 3), ("MARRIAGE", "F", "child", 2),
        ("DOMESTIC_SERVITUDE", "F", "adult", 8), ("DOMESTIC_SERVITUDE", "F", "unknown", 1),
    ),
}  # fmt: skip


def write_years() -> None:
    for year, counts in YEARS.items():
        write_counts(year, counts)
