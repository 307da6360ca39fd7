"""CSV as files that people open in a spreadsheet: quoted by RFC 4180, and no cell is a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What a spreadsheet would run, or take for the beginning of a field (OWASP ASVS, 1.2.10).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")

Cell = str | int | float | None


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Text with CRLF and a header line. Numbers stay numbers; None is an empty cell."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(map(inert, header))
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return file.getvalue()


def inert(cell: Cell) -> Cell:
    """The cell so that no spreadsheet takes it for a formula; blanks before it do not hide one."""
    if isinstance(cell, str) and (cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)):
        return f"'{cell}"
    return cell


# What a spreadsheet shows as text follows this mark.
MARK = "'"


def guarded(text: str) -> str:
    """As `inert`, for who reads it again: a text that begins with the mark is marked once more."""
    if text.lstrip().startswith(MARK):
        return MARK + text
    return str(inert(text))


def unguarded(cell: str) -> str:
    """A mark that stands before anything else than a formula or a mark is the writer's own."""
    rest = cell[1:]
    if cell.startswith(MARK) and (
        rest.startswith(FORMULA) or rest.lstrip().startswith((*FORMULA, MARK))
    ):
        return rest
    return cell
