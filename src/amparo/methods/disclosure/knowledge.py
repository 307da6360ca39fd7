"""What an outsider knows of a table before he looks at one number."""

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from amparo.methods.disclosure.table import Counts, Table, with_margins

Mask = NDArray[np.bool_]


class Knowledge:
    """All arrays have one place per cell, margins included, read row by row.

    shown: the cells that some published table has, as a number or as a mark.
    lowest: what a mark means at least, 0 or 1.
    empty: cells known to hold nobody; least: the lowest count believable of each cell.
    """

    def __init__(self, table: Table, shown: Mask, lowest: int) -> None:
        self.table, self.shown, self.lowest = table, shown, lowest
        self.shape = [len(names) for names in table.categories.values()]
        self.counts: Counts = table.full.ravel()
        self.inner: Counts = cell_numbers(self.shape)[(slice(0, -1),) * len(self.shape)].ravel()
        self.empty = self._empty()
        self.least: Counts = np.where(shown & ~self.empty, lowest, 0)

    def small(self, threshold: int) -> Mask:
        """Counts below the threshold that somebody may be harmed by, shown or not."""
        return (self.counts >= self.lowest) & (self.counts < threshold) & ~self.empty

    def under(self, cell: int) -> Mask:
        """Which inner cells a cell sums, itself where it is one."""
        marked = np.zeros_like(self.empty)
        marked[cell] = True
        return with_all_under(marked.reshape(self.table.full.shape)).ravel()[self.inner]

    def floor(self) -> Counts:
        """The lowest count the marks alone leave thinkable; no ask of a cell that is not shown."""
        inner = self.least[self.inner].reshape(self.shape)
        under = with_margins(inner).ravel()
        return np.where(self.shown, np.maximum(self.least, under), self.counts)

    def _empty(self) -> Mask:
        """Cells that are impossible, or under a zero that is printed, or sum only such cells."""
        zeros = (self.shown & (self.counts == 0) & (self.lowest > 0)).reshape(self.table.full.shape)
        known = with_all_under(zeros).ravel()[self.inner].reshape(self.shape)
        axes = self.table.categories.values()
        for cell in self.table.impossible:
            known[tuple(axis.index(name) for axis, name in zip(axes, cell, strict=True))] = True
        possible = with_margins((~known).astype(np.int64))
        return np.asarray(possible == 0).ravel()


def cell_numbers(shape: Sequence[int]) -> Counts:
    """The cells numbered row by row, one axis per dimension, the total last on each."""
    with_totals = [size + 1 for size in shape]
    return np.arange(prod(with_totals)).reshape(with_totals)


def with_all_under(marked: Mask) -> Mask:
    """Mark every cell that a marked margin sums."""
    for axis in range(marked.ndim):
        marked = marked | np.take(marked, [-1], axis=axis)
    return marked
