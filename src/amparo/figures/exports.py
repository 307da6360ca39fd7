"""The yearly tables as CSV: one line per cell, hidden cells with an empty value and a code."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from amparo.figures.tables import TOTAL, categories
from amparo.figures.words import form_label
from amparo.methods import spreadsheet

if TYPE_CHECKING:
    from amparo.methods.disclosure import Published

HEADER = ("year", "form", "form_label", "sex", "age", "value", "obs_status", "conf_status")
# SDMX code lists CL_OBS_STATUS and CL_CONF_STATUS. Why a cell is hidden is never said.
NORMAL, PROVISIONAL, SUPPRESSED, FREE, CONFIDENTIAL = "A", "P", "Q", "F", "C"


def as_csv(tables: Mapping[int, "Published"], today: datetime) -> str:
    """UTF-8 text with CRLF (RFC 4180): years newest first, then form, sex and age, totals last."""
    return spreadsheet.as_csv(HEADER, _lines(tables, today))


def _lines(
    tables: Mapping[int, "Published"], today: datetime
) -> Iterator[tuple[spreadsheet.Cell, ...]]:
    for year, published in tables.items():
        observed = PROVISIONAL if year >= today.year else NORMAL
        for row in _rows(published, observed):
            yield year, *row


def _rows(published: "Published", observed: str) -> Iterator[tuple[str, ...]]:
    for form, sex, age in product(*((*codes, TOTAL) for codes in categories().values())):
        value = published.values[form, sex, age]
        status = (SUPPRESSED, CONFIDENTIAL) if value is None else (observed, FREE)
        shown = "" if value is None else str(value)
        yield form, form_label(form), sex, age, shown, *status
