"""Sheets: comma, semicolon or tab, one header line, a column that says which file a row is of."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from amparo.exchange.formats.refusals import Fault, NotRead, in_words
from amparo.exchange.mapping import FILES
from amparo.exchange.records import Package, Record, Row
from amparo.methods.spreadsheet import unguarded
from amparo.methods.tables.sheets import lines
from amparo.methods.tables.texts import decoded

KEYS = ("case", "id")


def read_alone(data: bytes, encoding: str) -> tuple[Package, list[Fault]]:
    """One sheet by itself: the one with a row for each file."""
    rows, faults = read_rows(data, encoding, FILES)
    return Package("", [Record(case, row) for case, row in rows]), faults


def read_rows(data: bytes, encoding: str, table: str) -> tuple[list[tuple[str, Row]], list[Fault]]:
    """(file, row) pairs and what is wrong. Raises NotRead."""
    found = _lines(data, encoding)
    header = [name.strip() for name in next(found, [])]
    key = next((name for name in KEYS if name in header), None)
    if key is None:
        raise NotRead(_("A sheet has no column “case”, which says which file a row is of."))
    if len(set(header)) != len(header):
        raise NotRead(_("Two columns of a sheet have the same name."))
    rows, faults = [], []
    for number, cells in enumerate(found, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, map(unguarded, cells), strict=False))
        case = row.pop(key, "").strip()
        if fault := _fault(case, len(cells) > len(header)):
            faults.append(Fault(table, number, case, "", fault))
        else:
            rows.append((case, {code: text for code, text in row.items() if code and text}))
    return rows, faults


def _lines(data: bytes, encoding: str) -> Iterator[list[str]]:
    with in_words():
        yield from lines(decoded(data, encoding))


def _fault(case: str, too_long: bool) -> str:
    if too_long:
        return _("The row has more cells than there are columns: put quotation marks round texts.")
    return "" if case else _("Write in the column “case” which file the row is of.")
