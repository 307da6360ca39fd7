"""Sheets: comma, semicolon or tab, one header line, a column that says which file a row is of."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from amparo.exchange.formats.cells import unguarded
from amparo.exchange.formats.refusals import Fault, NotRead
from amparo.exchange.formats.texts import decoded
from amparo.exchange.mapping import FILES
from amparo.exchange.records import Package, Record, Row

KEYS = ("case", "id")
SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 100_000


def read_alone(data: bytes, encoding: str) -> tuple[Package, list[Fault]]:
    """One sheet by itself: the one with a row for each file."""
    rows, faults = read_rows(data, encoding, FILES)
    return Package("", [Record(case, row) for case, row in rows]), faults


def read_rows(data: bytes, encoding: str, table: str) -> tuple[list[tuple[str, Row]], list[Fault]]:
    """(file, row) pairs and what is wrong. Raises NotRead."""
    lines = _lines(decoded(data, encoding))
    header = [name.strip() for name in next(lines, [])]
    key = next((name for name in KEYS if name in header), None)
    if key is None:
        raise NotRead(_("A sheet has no column “case”, which says which file a row is of."))
    if len(set(header)) != len(header):
        raise NotRead(_("Two columns of a sheet have the same name."))
    rows, faults = [], []
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, map(unguarded, cells), strict=False))
        case = row.pop(key, "").strip()
        if fault := _fault(case, len(cells) > len(header)):
            faults.append(Fault(table, number, case, "", fault))
        else:
            rows.append((case, {code: text for code, text in row.items() if code and text}))
    return rows, faults


def _lines(text: str) -> Iterator[list[str]]:
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise NotRead(
            _("A sheet cannot be read as one: a quotation mark is missing, or a cell is too long.")
        ) from error


def _fault(case: str, too_long: bool) -> str:
    if too_long:
        return _("The row has more cells than there are columns: put quotation marks round texts.")
    return "" if case else _("Write in the column “case” which file the row is of.")
