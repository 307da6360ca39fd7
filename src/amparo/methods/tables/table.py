from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amparo.methods.tables.refusals import NotRead, Why


@dataclass(frozen=True)
class Table:
    """Cells as texts under named columns, and the number that each row has in its file.

    `sheets`: what the sheets of the workbook are called, of which `sheet` was read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def headed(lines: Iterable[Sequence[str]], *, most_rows: int, most_columns: int) -> Table:
    """The first line with a text names the columns; a row without any is none. Raises NotRead.

    A row with more cells than there are columns keeps them: whoever reads it says so.
    """
    every = ((n, cells) for n, cells in enumerate(lines, start=1) if any(map(str.strip, cells)))
    _number, head = next(every, (0, ()))
    columns = tuple(cell.strip() for cell in head)
    named = [name for name in columns if name]
    if not named:
        raise NotRead(Why.EMPTY)
    if len(set(named)) != len(named):
        raise NotRead(Why.COLUMNS)
    if len(columns) > most_columns:
        raise NotRead(Why.WIDE, most_columns)
    return Table(columns, tuple(_rows(every, most_rows)))


def _rows(
    lines: Iterable[tuple[int, Sequence[str]]], most: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for taken, (number, cells) in enumerate(lines):
        if taken == most:
            raise NotRead(Why.ROWS, most)
        yield number, tuple(cells)
