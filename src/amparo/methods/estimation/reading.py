"""Capture histories from a file of comma-separated values, in one of three forms.

- a row for each history: a column of 0 and 1 for each list, and a column `count`;
- a row for each person: the same without `count`;
- a row for each overlap: a column `lists` with names such as "LA+NG", and a column `count`.

A comma, a semicolon or a tab parts the columns. Rows of the same history are added.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from amparo.methods.estimation.table import OVERLAP, Table, TableError

COUNT, LISTS = "count", "lists"
SEPARATORS = ",;\t"
Row = tuple[int, dict[str, str]]


def read(text: str, lists: Sequence[str] = ()) -> Table:
    """`lists`: which columns are lists, where there are others. Raises TableError with the line."""
    rows = _rows(text)
    names = _names(rows, lists)
    return _table(rows, names)


def read_strata(
    text: str, columns: Sequence[str], lists: Sequence[str] = ()
) -> dict[tuple[str, ...], Table]:
    """A table for each combination of values in `columns`, all with the same lists.

    Raises TableError.
    """
    rows = _rows(text)
    for column in columns:
        if column not in rows[0][1]:
            raise TableError(f"There is no column {column!r}.")
    names = _names(rows, lists, apart=columns)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[1][column] for column in columns), []).append(row)
    return {values: _table(group, names) for values, group in sorted(groups.items())}


def _rows(text: str) -> list[Row]:
    first = text.lstrip("\ufeff").splitlines()[:1]
    if not first:
        raise TableError("The file is empty.")
    separator = max(SEPARATORS, key=first[0].count)
    reader = csv.reader(StringIO(text.lstrip("\ufeff")), delimiter=separator)
    headings = [each.strip() for each in next(reader)]
    if len(set(headings)) < len(headings):
        raise TableError("Two columns have the same name.")
    found: list[Row] = []
    for cells in reader:
        if len(cells) not in (0, len(headings)):
            raise TableError(f"Line {reader.line_num}: {len(cells)} cells, not {len(headings)}.")
        if cells:
            stripped = (cell.strip() for cell in cells)
            found.append((reader.line_num, dict(zip(headings, stripped, strict=True))))
    if not found:
        raise TableError("The file has no row below its headings.")
    return found


def _names(rows: list[Row], lists: Sequence[str], apart: Sequence[str] = ()) -> tuple[str, ...]:
    if lists:
        return tuple(lists)
    columns = rows[0][1]
    if LISTS not in columns:
        return tuple(name for name in columns if name not in (COUNT, *apart))
    found: dict[str, None] = {}
    for _, row in rows:
        found.update(dict.fromkeys(part.strip() for part in row[LISTS].split(OVERLAP)))
    return tuple(found)


def _table(rows: Iterable[Row], names: tuple[str, ...]) -> Table:
    empty = Table(names)
    counts: dict[int, int] = {}
    for line, row in rows:
        history = _history(empty, line, row)
        counts[history] = counts.get(history, 0) + _count(line, row)
    return Table(names, counts)


def _history(table: Table, line: int, row: dict[str, str]) -> int:
    try:
        found = table.history(row[LISTS]) if LISTS in row else _bits(table, row)
    except TableError as error:
        raise TableError(f"Line {line}: {error}") from error
    if not found:
        raise TableError(f"Line {line}: on no list. Who was not seen has no row.")
    return found


def _bits(table: Table, row: dict[str, str]) -> int:
    found = 0
    for at, name in enumerate(table.lists):
        value = row.get(name)
        if value not in ("0", "1"):
            raise TableError(f"{name}: {value!r} is neither 0 nor 1.")
        found |= int(value) << at
    return found


def _count(line: int, row: dict[str, str]) -> int:
    value = row.get(COUNT, "1")
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise TableError(f"Line {line}: count: {value!r} is no whole number.")
    return int(value)
