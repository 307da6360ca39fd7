"""The proof that a protected table is safe, checked in whole numbers and without a solver."""

from collections.abc import Sequence

import numpy as np

from amparo.methods.disclosure.alternatives import Need
from amparo.methods.disclosure.errors import Unsafe
from amparo.methods.disclosure.knowledge import Knowledge, Mask
from amparo.methods.disclosure.table import Counts, with_margins


def needs(counts: Counts, threshold: int, small: Mask, floor: Counts) -> list[Need]:
    """What must stay thinkable of each small count: the threshold, and all that is below it.

    floor: the lowest that the marks alone leave thinkable; at or above the count, nothing is
    asked downwards.
    """
    cells = [int(cell) for cell in np.flatnonzero(small)]
    ups = [Need(cell, threshold - int(counts[cell])) for cell in cells]
    downs = [Need(cell, int(floor[cell] - counts[cell])) for cell in cells]
    return ups + [need for need in downs if need.step < 0]


def verify(
    known: Knowledge, agreed: Mask, wanted: Sequence[Need], changes: Sequence[Counts]
) -> None:
    """Raise Unsafe unless `changes` prove every need.

    Each change must lead to a table that adds up, that holds no count lower than an outsider
    believes, and that agrees with the true one in every `agreed` cell, published or known.
    """
    inner = tuple(slice(0, -1) for _ in known.shape)
    for change in changes:
        other = (known.counts + change).reshape(known.table.full.shape)
        if not np.array_equal(with_margins(other[inner]), other):
            raise Unsafe("An alternative table does not add up.")
        if (change[agreed] != 0).any() or (other.ravel() < known.least).any():
            raise Unsafe("An alternative table contradicts what is published.")
    names = list(known.table.cells())
    for need in wanted:
        if agreed[need.cell] or not any(need.met_by(change) for change in changes):
            raise Unsafe(f"Cell {' / '.join(names[need.cell])} can be told too well.")
