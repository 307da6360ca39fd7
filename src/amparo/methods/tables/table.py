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


def headed(
    lines: Iterable[Sequence[str]], *, most_rows: int, most_columns: int, first: int = 1
) -> Table:
    """The first line names the columns; a row without any text is none. Raises NotRead.

    `first`: the number of that line in its file. A row with more cells than there are columns keeps them: whoever reads it says so.
    """
    every = iter(lines)
    columns = tuple(cell.strip() for cell in next(every, ()))
    named = [name for name in columns if name]
    if not named:
        raise NotRead(Why.EMPTY)
    if len(set(named)) != len(named):
        raise NotRead(Why.COLUMNS)
    if len(columns) > most_columns:
        raise NotRead(Why.WIDE, most_columns)
    return Table(columns, tuple(_rows(enumerate(every, first + 1), most_rows)))


def _rows(
    lines: Iterator[tuple[int, Sequence[str]]], most: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    taken = 0
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        taken += 1
        if taken > most:
            raise NotRead(Why.ROWS, most)
        yield number, tuple(cells)
