"""The yearly tables as CSV: one line per cell, hidden cells with an empty value and a code."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from amparo.figures.tables import TOTAL, Cell
from amparo.figures.words import form_label, outcome_label
from amparo.methods import spreadsheet

if TYPE_CHECKING:
    from amparo.figures.queries import Allegations
    from amparo.methods.disclosure import Published

HEADER = ("year", "form", "form_label", "sex", "age", "value", "obs_status", "conf_status")
OF_ALLEGATIONS = (
    "year", "request", "outcome", "outcome_label", "sex", "age", "value", "obs_status",
    "conf_status",
)  # fmt: skip
Tables = Mapping[int, "Published"]
# What stands in a line for the categories of a cell.
Said = Callable[[Cell], Cell]
# SDMX code lists CL_OBS_STATUS and CL_CONF_STATUS. Why a cell is hidden is never said.
NORMAL, PROVISIONAL, SUPPRESSED, FREE, CONFIDENTIAL = "A", "P", "Q", "F", "C"


def as_csv(tables: Tables, today: datetime) -> str:
    """UTF-8 text with CRLF (RFC 4180): years newest first, then form, sex and age, totals last."""
    return spreadsheet.as_csv(HEADER, _lines(tables, today, _with_form))


def allegations_as_csv(years: Mapping[int, "Allegations"], today: datetime) -> str:
    """The same of acts alleged, by outcome, sex and age; then of requests, for all together."""
    return spreadsheet.as_csv(OF_ALLEGATIONS, _of_allegations(years, today))


def _of_allegations(
    years: Mapping[int, "Allegations"], today: datetime
) -> Iterator[tuple[spreadsheet.Cell, ...]]:
    for year, found in years.items():
        yield from _lines({year: found.published}, today, _with_outcome)
        for request, value in (("asked", found.asked), ("not_asked", found.not_asked)):
            cell = (request, TOTAL, outcome_label(TOTAL), TOTAL, TOTAL)
            yield year, *cell, *_status(value, _observed(year, today))


def _with_form(cell: Cell) -> Cell:
    form, sex, age = cell
    return form, form_label(form), sex, age


def _with_outcome(cell: Cell) -> Cell:
    outcome, sex, age = cell
    return TOTAL, outcome, outcome_label(outcome), sex, age


def _lines(tables: Tables, today: datetime, said: Said) -> Iterator[tuple[spreadsheet.Cell, ...]]:
    for year, published in tables.items():
        for cell in product(*((*codes, TOTAL) for codes in published.categories.values())):
            yield year, *said(cell), *_status(published.values[cell], _observed(year, today))


def _observed(year: int, today: datetime) -> str:
    return PROVISIONAL if year >= today.year else NORMAL


def _status(value: int | None, observed: str) -> tuple[str, str, str]:
    if value is None:
        return "", SUPPRESSED, CONFIDENTIAL
    return str(value), observed, FREE
