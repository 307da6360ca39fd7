"""What can be wrong with a table, each error naming the cell or the dimension at fault."""

from amparo.methods.disclosure.cells import Cell


class TableError(ValueError):
    """The table cannot be read as counts with their margins."""


class BadCell(TableError):
    """One cell is at fault; `cell` says which."""

    def __init__(self, cell: Cell, fault: str) -> None:
        self.cell = cell
        super().__init__(f"Cell {' / '.join(map(str, cell))}: {fault}.")


class NotACount(BadCell):
    """The value is negative or not a whole number."""


class MarginDoesNotAdd(BadCell):
    """A margin differs from the sum of the inner cells under it."""


class MissingCell(BadCell):
    """An inner cell has no value."""


class UnknownCell(BadCell):
    """The cell names a category the table does not have."""


class BadDimension(TableError):
    """A dimension is missing, empty, repeated or uses the word reserved for totals."""


class TooLarge(TableError):
    """The table has more cells than can be protected in reasonable time."""


class Unsafe(AssertionError):
    """The last check found a small count that the published numbers give away."""
