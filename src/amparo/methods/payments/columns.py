"""Which line names the columns, and what each column is by its name."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from amparo.methods.payments.kinds import Choices, Field, Undecided, What

DELIMITERS = (";", ",", "\t", "|")
HEAD = 30  # lines that may stand above the payments: the bank's name, the account, the period
# A field, and the names that columns go by for it, in several languages.
Names = Mapping[Field, Sequence[str]]
FIELDS = tuple(Field)
ENDS = {Field.PAYER, Field.PAYEE}


@dataclass(frozen=True)
class Line:
    """`number` as an editor counts: a cell with a line break in it is on more than one."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    delimiter: str
    head: Line
    columns: Mapping[Field, int]
    lines: tuple[Line, ...]


def lay_out(text: str, names: Names, choices: Choices) -> Sheet:
    """Raises Undecided where the columns cannot be told by their names."""
    known = {_plain(name): field for field, under in names.items() for name in under}
    found = max((_sheet(text, mark, known) for mark in DELIMITERS), key=_worth)
    columns = dict(found.columns)
    for field, number in choices.columns.items():
        columns = {kept: at for kept, at in columns.items() if at != number - 1}
        columns[field] = number - 1
    if missing := _missing(columns):
        raise Undecided(What.COLUMNS, (found.head.number,), missing)
    if not found.lines:
        raise Undecided(What.EMPTY)
    return Sheet(found.delimiter, found.head, columns, found.lines)


def _sheet(text: str, delimiter: str, known: Mapping[str, Field]) -> Sheet:
    lines = [line for line in _lines(text, delimiter) if any(line.cells)]
    if not lines:
        raise Undecided(What.EMPTY)
    named = [_named(line, known) for line in lines[:HEAD]]
    at = max(range(len(named)), key=lambda number: (len(named[number]), -number))
    return Sheet(delimiter, lines[at], named[at], tuple(lines[at + 1 :]))


def _worth(sheet: Sheet) -> tuple[int, int]:
    """The delimiter that gives the most columns that are known; then the most columns."""
    return len(sheet.columns), len(sheet.head.cells)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    after = 0
    try:
        for cells in reader:
            yield Line(after + 1, tuple(cell.strip() for cell in cells))
            after = reader.line_num
    except csv.Error as error:  # a cell longer than the reader takes: an open quotation mark
        raise Undecided(What.LINES, (after + 1,)) from error


def _named(line: Line, known: Mapping[str, Field]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for number, cell in enumerate(line.cells):
        if field := known.get(_plain(cell)):
            found.setdefault(field, number)
    return found


def _plain(name: str) -> str:
    """Without accents, case and what stands between the words."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in bare if sign.isalnum())


def _missing(columns: Mapping[Field, int]) -> tuple[Field, ...]:
    missing = [] if Field.DATE in columns else [Field.DATE]
    if not columns.keys() & {Field.AMOUNT, Field.DEBIT, Field.CREDIT}:
        missing.append(Field.AMOUNT)
    if Field.COUNTERPARTY not in columns:
        missing += sorted(ENDS - columns.keys(), reverse=True)
    return tuple(missing)
