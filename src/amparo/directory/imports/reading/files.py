"""What was sent, read with suspicion: the kind its name says, its size, its archive, its signs."""

import json
from pathlib import PurePosixPath
from typing import Any

from amparo.directory.imports.reading import nouns, packages
from amparo.methods.spreadsheet import unguarded
from amparo.methods.tables import sheets, workbooks
from amparo.methods.tables.refusals import NotRead, Why
from amparo.methods.tables.table import Table, headed
from amparo.methods.tables.texts import decoded

LARGEST, MOST_ROWS, MOST_COLUMNS = 20 * 1024 * 1024, 100_000, 200
LONGEST_HEADING = 200
KINDS = (".csv", ".xlsx", ".json", ".zip")


def read_file(name: str, data: bytes, *, encoding: str = "", sheet: str = "") -> Table:
    """Raises NotRead."""
    kind = PurePosixPath(name).suffix.lower()
    if kind not in KINDS:
        raise NotRead(Why.KIND)
    if len(data) > LARGEST:
        raise NotRead(Why.SIZE, LARGEST // 1024 // 1024)
    if not data.strip():
        raise NotRead(Why.EMPTY)
    table = _read(kind, data, encoding, sheet)
    if not table.rows:
        raise NotRead(Why.EMPTY)
    if not all(_is_heading(name) for name in table.columns):
        raise NotRead(Why.HEADINGS)
    return table


def _is_heading(name: str) -> bool:
    return len(name) <= LONGEST_HEADING and name.replace("\n", " ").isprintable()


def _read(kind: str, data: bytes, encoding: str, sheet: str) -> Table:
    if kind == ".csv":
        return _sheet(data, encoding)
    if kind == ".xlsx":
        return workbooks.read(data, sheet, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    if kind == ".json":
        return _in_a_table(nouns.services(_json(data, encoding)))
    return _in_a_table(packages.services(data, encoding))


def _sheet(data: bytes, encoding: str) -> Table:
    lines = sheets.lines(decoded(data, encoding))
    cells = ([unguarded(cell) for cell in line] for line in lines)
    return headed(cells, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)


def _json(data: bytes, encoding: str) -> object:
    try:
        return json.loads(decoded(data, encoding))
    except (ValueError, RecursionError) as error:
        raise NotRead(Why.LIE) from error


def _in_a_table(services: list[dict[str, Any]]) -> Table:
    """Each service is a row; its number counts from one, as a list does."""
    if len(services) > MOST_ROWS:
        raise NotRead(Why.ROWS, MOST_ROWS)
    flat = [nouns.flat(service) for service in services]
    columns = tuple(dict.fromkeys(name for row in flat for name in row))
    if len(columns) > MOST_COLUMNS:
        raise NotRead(Why.WIDE, MOST_COLUMNS)
    rows = ((n, tuple(row.get(c, "") for c in columns)) for n, row in enumerate(flat, start=1))
    return Table(columns, tuple(rows))
