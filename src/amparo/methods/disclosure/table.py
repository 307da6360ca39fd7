"""A frequency table with all its margins."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from operator import index
from typing import SupportsIndex

import numpy as np
from numpy.typing import NDArray

from amparo.methods.disclosure.cells import TOTAL, Cell
from amparo.methods.disclosure.errors import (
    BadDimension,
    MarginDoesNotAdd,
    MissingCell,
    NotACount,
    TooLarge,
    UnknownCell,
)

Counts = NDArray[np.int64]

MOST_CELLS = 40_000
MOST_PEOPLE = 10**9  # the solver works in floating point and must still tell one person more


@dataclass(frozen=True, eq=False)
class Table:
    """Counts by one or more dimensions, margins included.

    `full` has one axis per dimension; on each axis the last place is the total.
    `impossible` holds the inner cells that everybody knows to be empty (structural zeros).
    Build one with `from_records` or `from_cells`.
    """

    categories: Mapping[str, tuple[str, ...]]
    full: Counts
    impossible: frozenset[Cell] = field(default_factory=frozenset)

    @classmethod
    def from_records(
        cls,
        categories: Mapping[str, Sequence[str]],
        records: Iterable[Mapping[str, str]],
        impossible: Collection[Cell] = (),
    ) -> "Table":
        """Count records. Each maps every dimension to one category; other keys are ignored.

        Raises BadDimension where a record lacks a dimension, UnknownCell where it names a
        category that was not declared, NotACount where it falls in an impossible cell.
        """
        axes = _axes(categories)
        places = _places(axes)
        inner = np.zeros([len(names) for names in axes.values()], dtype=np.int64)
        for record in records:
            missing = [name for name in axes if name not in record]
            if missing:
                raise BadDimension(f"A record has no value for {missing[0]}.")
            inner[_inner_place(places, tuple(record[name] for name in axes))] += 1
        return _checked(axes, inner, impossible)

    @classmethod
    def from_cells(
        cls,
        categories: Mapping[str, Sequence[str]],
        cells: Mapping[Cell, int],
        impossible: Collection[Cell] = (),
    ) -> "Table":
        """Take counts as they are given: every inner cell, and any margins, which must add up.

        Raises MissingCell, UnknownCell, NotACount or MarginDoesNotAdd, naming the cell.
        """
        axes = _axes(categories)
        places = _places(axes)
        inner = np.zeros([len(names) for names in axes.values()], dtype=np.int64)
        for cell in product(*axes.values()):
            if cell not in cells:
                raise MissingCell(cell, "an inner cell needs a count")
            inner[_inner_place(places, cell)] = _count(cell, cells[cell])
        table = _checked(axes, inner, impossible)
        for cell, value in cells.items():
            if table.count(cell) != _count(cell, value):
                raise MarginDoesNotAdd(cell, f"{value} given, {table.count(cell)} by addition")
        return table

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(self.categories)

    def cells(self) -> Iterator[Cell]:
        """Every cell, inner cells and margins, in the order of `full` read row by row."""
        return product(*((*names, TOTAL) for names in self.categories.values()))

    def count(self, cell: Cell) -> int:
        """The count of a cell or margin. Raises UnknownCell."""
        if len(cell) != len(self.categories):
            raise UnknownCell(cell, f"{len(self.categories)} categories expected")
        place = []
        for category, names in zip(cell, self.categories.values(), strict=True):
            if category not in (*names, TOTAL):
                raise UnknownCell(cell, f"{category} is not a category of this table")
            place.append(len(names) if category == TOTAL else names.index(category))
        return int(self.full[tuple(place)])


def _axes(categories: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    axes = {name: tuple(names) for name, names in categories.items()}
    if not axes:
        raise BadDimension("A table needs at least one dimension.")
    for name, names in axes.items():
        if not names:
            raise BadDimension(f"Dimension {name} has no category.")
        if len(set(names)) != len(names):
            raise BadDimension(f"Dimension {name} names a category twice.")
        if TOTAL in names:
            raise BadDimension(f"Dimension {name} uses {TOTAL}, which stands for the total.")
    size = prod(len(names) + 1 for names in axes.values())
    if size > MOST_CELLS:
        raise TooLarge(f"The table has {size} cells with its margins, over {MOST_CELLS}.")
    return axes


def _places(axes: Mapping[str, tuple[str, ...]]) -> list[dict[str, int]]:
    return [{category: i for i, category in enumerate(names)} for names in axes.values()]


def _inner_place(places: Sequence[Mapping[str, int]], cell: Cell) -> tuple[int, ...]:
    for category, place in zip(cell, places, strict=True):
        if category not in place:
            raise UnknownCell(cell, f"{category} is not a category of this table")
    return tuple(place[category] for category, place in zip(cell, places, strict=True))


def _count(cell: Cell, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise NotACount(cell, f"{value!r} is not a whole number")
    number = index(value)
    if not 0 <= number <= MOST_PEOPLE:
        raise NotACount(cell, f"{number} is not a possible number of people")
    return number


def _checked(
    axes: Mapping[str, tuple[str, ...]], inner: Counts, impossible: Collection[Cell]
) -> Table:
    places = _places(axes)
    for cell in impossible:
        if inner[_inner_place(places, cell)]:
            raise NotACount(cell, "declared impossible, yet it holds a count")
    return Table(axes, with_margins(inner), frozenset(impossible))


def with_margins(inner: Counts) -> Counts:
    """Append to each axis the sum over it."""
    full = inner
    for axis in range(inner.ndim):
        full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
    return full
