"""What an outsider can work out from a published table.

Written apart from the protection, on a different model: one unknown per cell, margins too, and
one equation per line of the table. It reads nothing but the published form.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from amparo.methods.disclosure.cells import TOTAL, Cell
from amparo.methods.disclosure.errors import TableError
from amparo.methods.disclosure.published import Published

if TYPE_CHECKING:
    from scipy.sparse import csr_array

NEARLY = 1e-6
FRACTIONS, WHOLE = 0, 1  # what the solver calls the two kinds of unknown
UNBOUNDED = 3  # its word for an end that does not exist


class Contradiction(TableError):
    """No table agrees with the published numbers: they do not add up."""


@dataclass(frozen=True)
class Interval:
    """All whole numbers a cell may hold lie from `low` to `high`; None where there is no end."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def shows_small(self, threshold: int) -> bool:
        """Whether the outsider knows that the count is below the threshold."""
        return self.high is not None and self.high < threshold


Line = tuple[Cell, tuple[Cell, ...]]


def lines(published: Published) -> Iterator[Line]:
    """Every total of one dimension with the cells that it sums."""
    axes = list(published.categories.values())
    for place, names in enumerate(axes):
        around = [(*others, TOTAL) for others in axes]
        around[place] = (TOTAL,)
        for total in product(*around):
            yield total, tuple((*total[:place], name, *total[place + 1 :]) for name in names)


def subtract(published: Published) -> dict[Cell, int]:
    """Hidden cells that plain subtraction gives back: one unknown left in a line, again and again.

    A hidden total whose parts are all known is recovered in the same way, by addition.
    Raises Contradiction where that would leave fewer than nobody.
    """
    known = {cell: value for cell, value in published.values.items() if value is not None}
    known.update(dict.fromkeys(published.impossible, 0))
    recovered: dict[Cell, int] = {}
    found = True
    while found:
        found = False
        for total, parts in lines(published):
            unknown = [cell for cell in (total, *parts) if cell not in known]
            if len(unknown) != 1:
                continue
            given = sum(known[cell] for cell in parts if cell in known)
            value = given if unknown[0] == total else known[total] - given
            if value < 0:
                raise Contradiction("A published total is less than the sum of its parts.")
            known[unknown[0]] = recovered[unknown[0]] = value
            found = True
    return recovered


def attack(published: Published, cells: Iterable[Cell] | None = None) -> dict[Cell, Interval]:
    """The narrowest interval of whole numbers for each hidden cell, or for the cells asked.

    Uses all published cells, additivity, that counts are whole and not negative, and what the
    mark tells. Raises Contradiction where the published numbers cannot all be true.
    """
    asked = published.hidden if cells is None else tuple(cells)
    outsider = _Outsider(published)
    return {cell: outsider.interval(cell) for cell in asked}


class _Outsider:
    """One unknown per cell of the cube, shown or not, and an equation per line."""

    def __init__(self, published: Published) -> None:
        everything = product(*((*names, TOTAL) for names in published.categories.values()))
        self.place = {cell: number for number, cell in enumerate(everything)}
        self.low = np.zeros(len(self.place))
        self.high = np.full(len(self.place), np.inf)
        self._read(published.values, published.mark_means_at_least)
        for cell in published.impossible:
            self.high[self.place[cell]] = 0
        for cell, value in subtract(published).items():
            self._fix(cell, value)
        self.equations = self._equations(published)

    def interval(self, cell: Cell) -> Interval:
        if self.low[self.place[cell]] == self.high[self.place[cell]]:
            only = int(self.low[self.place[cell]])
            return Interval(only, only)
        lowest, highest = self._extreme(cell, 1), self._extreme(cell, -1)
        return Interval(0 if lowest is None else lowest, highest)

    def _read(self, values: Mapping[Cell, int | None], mark_means_at_least: int) -> None:
        for cell, value in values.items():
            if value is None:
                self.low[self.place[cell]] = mark_means_at_least
            else:
                self._fix(cell, value)

    def _fix(self, cell: Cell, value: int) -> None:
        self.low[self.place[cell]] = self.high[self.place[cell]] = value

    def _equations(self, published: Published) -> "csr_array[np.float64, tuple[int, int]]":
        from scipy.sparse import csr_array

        rows: list[int] = []
        columns: list[int] = []
        signs: list[float] = []
        number = -1
        for number, (total, parts) in enumerate(lines(published)):
            rows += [number] * (len(parts) + 1)
            columns += [self.place[cell] for cell in (total, *parts)]
            signs += [-1.0] + [1.0] * len(parts)
        return csr_array((np.array(signs), (rows, columns)), shape=(number + 1, len(self.place)))

    def _extreme(self, cell: Cell, sign: int) -> int | None:
        """The least (sign 1) or greatest (sign -1) whole number in the cell; None if endless."""
        goal = np.zeros(len(self.place))
        goal[self.place[cell]] = sign
        status, point = self._solve(goal, FRACTIONS)
        if status == UNBOUNDED:  # a rational polyhedron without end has whole points without end
            return None
        if point is None or np.any(np.abs(point - np.round(point)) > NEARLY):
            _, point = self._solve(goal, WHOLE)
        if point is None:
            raise Contradiction("No table of whole numbers agrees with what is published.")
        return round(float(point[self.place[cell]]))

    def _solve(
        self, goal: NDArray[np.float64], kind: int
    ) -> tuple[int, NDArray[np.float64] | None]:
        from scipy.optimize import Bounds, LinearConstraint, milp

        answer = milp(
            goal,
            integrality=np.full(len(goal), kind),
            bounds=Bounds(self.low, self.high),
            constraints=LinearConstraint(self.equations, 0, 0),
            options={"mip_rel_gap": 0},
        )
        return answer.status, None if answer.x is None else np.asarray(answer.x)
