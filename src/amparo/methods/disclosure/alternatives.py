"""Other tables that an outsider could not tell from the true one.

A *change* is an array of whole numbers, one per cell of the table with margins read row by
row: what to add to the true counts to get another table that adds up. If a change leaves
every published cell alone, the outsider cannot rule the other table out. Finding the change
that disturbs the least is a linear programme (Fischetti and Salazar-González 2000 give the
model; here it is solved for one cell at a time, as in Kelly, Golden and Assad 1992).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amparo.methods.disclosure.knowledge import Knowledge, Mask, cell_numbers
from amparo.methods.disclosure.table import Counts, with_margins

Prices = NDArray[np.float64]

FRACTIONS, WHOLE = 0, 1  # what the solver calls the two kinds of unknown
NEARLY_WHOLE = 1e-6
DENOMINATORS = (2, 3, 4)
NEXT_TO_NOTHING = 1.0  # what a unit of difference costs where the cell is hidden anyway
MOST_BRANCHES = 100  # a limit in work, never in seconds: the answer must not depend on the machine


@dataclass(frozen=True)
class Need:
    """The count of `cell` must be able to differ by `step` or more, in the direction of `step`."""

    cell: int
    step: int

    def met_by(self, change: Counts) -> bool:
        moved = int(change[self.cell])
        return moved >= self.step if self.step > 0 else moved <= self.step


class Alternatives:
    """The search for changes over one table. Cells known to be empty never move."""

    def __init__(self, known: Knowledge) -> None:
        from scipy.sparse import csr_array, hstack  # scipy takes most of a second to load

        self.known = known
        self.play = np.flatnonzero(~known.empty)
        self.column = {int(cell): place for place, cell in enumerate(self.play)}
        self.free = ~known.empty[known.inner]
        self.inner_columns = np.searchsorted(self.play, known.inner[self.free])
        totals, parts = definitions(known.shape)
        rows, cells = np.concatenate([totals, totals]), np.concatenate([totals, parts])
        signs = np.repeat([-1.0, 1.0], len(totals))
        whole = csr_array((signs, (rows, cells)), shape=(len(known.counts),) * 2)
        whole.sum_duplicates()
        net = whole[np.setdiff1d(self.play, known.inner)][:, self.play]
        net.data = np.sign(net.data)
        self.additive = csr_array(hstack([net, -net]))

    def cheapest(self, need: Need, price: Prices, movable: Mask) -> Counts | None:
        """The change that meets the need and moves only `movable` cells, at the least price.

        price: what one unit of difference costs in each cell. None where there is no such
        change, or none was found within the limit of work.
        """
        upper = np.where(movable[self.play], np.inf, 0.0)
        slack = (self.known.counts - self.known.least)[self.play]
        bounds = np.zeros((2, 2 * len(self.play)))
        bounds[1] = np.concatenate([upper, np.minimum(upper, slack)])
        asked = self.column[need.cell] + (0 if need.step > 0 else len(self.play))
        opposite = self.column[need.cell] + (len(self.play) if need.step > 0 else 0)
        bounds[0, asked], bounds[1, opposite] = abs(need.step), 0
        if bounds[0, asked] > bounds[1, asked]:
            return None
        cost = np.tile(price[self.play], 2)
        moved = self._solve(cost, bounds, FRACTIONS)
        if moved is not None and not _is_whole(moved):
            moved = self._made_whole(moved, cost, bounds)
        return None if moved is None else self._change(moved)

    def _made_whole(self, moved: Prices, cost: Prices, bounds: Prices) -> Prices | None:
        """From a change in fractions one in whole numbers, by the cheapest means that works."""
        for times in DENOMINATORS:
            if _is_whole(times * moved) and (times * moved <= bounds[1] + NEARLY_WHOLE).all():
                return times * moved
        near = self._solve(cost, self._near(moved, cost, bounds), WHOLE)
        return self._solve(cost, bounds, WHOLE) if near is None else near

    def _near(self, moved: Prices, cost: Prices, bounds: Prices) -> Prices:
        """Bounds that let only the cells move that moved in fractions or cost next to nothing."""
        touched = np.tile((moved[: len(self.play)] + moved[len(self.play) :]) > NEARLY_WHOLE, 2)
        return np.where(touched | (cost < NEXT_TO_NOTHING), bounds, 0.0)

    def _solve(self, cost: Prices, bounds: Prices, kind: int) -> Prices | None:
        from scipy.optimize import Bounds, LinearConstraint, milp

        answer = milp(
            cost,
            integrality=np.full(len(cost), kind),
            bounds=Bounds(bounds[0], bounds[1]),
            constraints=LinearConstraint(self.additive, 0, 0),
            options={"node_limit": MOST_BRANCHES, "mip_rel_gap": 0.2},
        )
        return None if answer.x is None else np.asarray(answer.x)

    def _change(self, moved: Prices) -> Counts:
        """Rebuild the change from its inner cells in whole numbers, so that it adds exactly."""
        net = np.round(moved[: len(self.play)] - moved[len(self.play) :]).astype(np.int64)
        inner = np.zeros_like(self.known.inner)
        inner[self.free] = net[self.inner_columns]
        return with_margins(inner.reshape(self.known.shape)).ravel()


def _is_whole(moved: Prices) -> bool:
    return bool(np.all(np.abs(moved - np.round(moved)) < NEARLY_WHOLE))


def definitions(shape: Sequence[int]) -> tuple[Counts, Counts]:
    """Pairs of a margin and one of the cells it sums, along its first summed dimension only.

    Together they define every margin; the equations along other dimensions follow from them.
    """
    numbers = cell_numbers(shape)
    totals, parts = [], []
    for axis, size in enumerate(shape):
        block = np.moveaxis(numbers[(slice(0, -1),) * axis], axis, -1)
        totals.append(np.repeat(block[..., -1].ravel(), size))
        parts.append(block[..., :-1].ravel())
    return np.concatenate(totals), np.concatenate(parts)
