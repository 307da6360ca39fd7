"""The yearly tables as CSV: one line per cell, hidden cells with an empty value and a code."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from amparo.figures.tables import TOTAL, Cell
from amparo.figures.words import form_label, outcome_label
from amparo.methods import spreadsheet

if TYPE_CHECKING:
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


def allegations_as_csv(tables: Tables, today: datetime) -> str:
    """The same of acts alleged: request, outcome, sex and age."""
    return spreadsheet.as_csv(OF_ALLEGATIONS, _lines(tables, today, _with_outcome))


def _with_form(cell: Cell) -> Cell:
    form, sex, age = cell
    return form, form_label(form), sex, age


def _with_outcome(cell: Cell) -> Cell:
    request, outcome, sex, age = cell
    return request, outcome, outcome_label(outcome), sex, age


def _lines(tables: Tables, today: datetime, said: Said) -> Iterator[tuple[spreadsheet.Cell, ...]]:
    for year, published in tables.items():
        observed = PROVISIONAL if year >= today.year else NORMAL
        for row in _rows(published, observed, said):
            yield year, *row


def _rows(published: "Published", observed: str, said: Said) -> Iterator[tuple[str, ...]]:
    for cell in product(*((*codes, TOTAL) for codes in published.categories.values())):
        value = published.values[cell]
        status = (SUPPRESSED, CONFIDENTIAL) if value is None else (observed, FREE)
        yield *said(cell), "" if value is None else str(value), *status
