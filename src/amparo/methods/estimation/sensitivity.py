"""How far an estimate moves with what no table can test, and with each list.

Nothing here is an interval. Each answer is what the same method would have said had one thing been
otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from amparo.methods.estimation.bootstrap import Interval
from amparo.methods.estimation.methods import Method
from amparo.methods.estimation.refusals import CannotEstimate
from amparo.methods.estimation.reshaping import merged, without
from amparo.methods.estimation.table import OVERLAP, Table

RATIOS = (0.25, 0.5, 1.0, 2.0, 4.0)


def untestable(table: Table, total: float, ratios: Sequence[float] = RATIOS) -> dict[float, float]:
    """Totals by odds ratio of the interaction among all lists, which every model sets to one.

    The product of all cells with an even number of lists over that of all others is one under any
    model without that interaction. If it were r or 1 / r, with the same people seen, the unseen
    would be r times as many: Gerritse, van der Heijden and Bakker (2015), Journal of Official
    Statistics 31: 357-379.
    """
    return {ratio: table.people + ratio * (total - table.people) for ratio in ratios}


def dropping(table: Table, method: Method) -> dict[str, float | CannotEstimate]:
    """By list: the total without it. Who was on no other list is then among the unseen."""
    return {name: method.total(without(table, name)) for name in table.lists}


def merging(table: Table, method: Method) -> dict[str, float | CannotEstimate]:
    """By pair, as "A+B": the total with the two as one list."""
    return {
        OVERLAP.join(pair): method.total(merged(table, *pair))
        for pair in combinations(table.lists, 2)
    }


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One list as the whole truth: `known` people are on it, and the other lists saw `seen`."""

    name: str
    known: int
    seen: int
    total: float | CannotEstimate
    interval: Interval | CannotEstimate

    @property
    def bias(self) -> float | None:
        """Estimated over known; None without an estimate."""
        return None if isinstance(self.total, CannotEstimate) else self.total / self.known

    @property
    def is_covered(self) -> bool | None:
        if isinstance(self.interval, CannotEstimate):
            return None
        return self.interval.low <= self.known <= self.interval.high


def only(table: Table, name: str) -> Table:
    """The people of one list, by the other lists that they are on; who is on none is left out."""
    bit = table.history(name)
    counts = {h: n for h, n in table.counts.items() if h & bit and h != bit}
    possible = {h & ~bit for h in range(1, table.size) if h & bit and h not in table.impossible}
    never = frozenset(h for h in range(1, table.size) if not h & bit and h not in possible)
    cleared = {h & ~bit: n for h, n in counts.items()}
    return without(Table(table.lists, cleared, never), name)


def holding_out(
    table: Table, method: Method, *, samples: int = 1000, seed: int = 1
) -> list[HeldOut]:
    """Each list in turn: the other lists estimate how many people it has, which is known."""
    found = []
    for name in table.lists:
        part = only(table, name)
        known = table.on(table.history(name))
        total = method.total(part)
        interval = method.interval(part, samples=samples, seed=seed)
        found.append(HeldOut(name, known, part.people, total, interval))
    return found
