"""Who was seen on which lists, as counts of capture histories.

A history is a bit mask: bit i is set when the person is on list i. History 0, on no list, is the
one that nobody counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from amparo.methods.estimation.refusals import CannotEstimate, Reason

MOST_LISTS = 10
# Counts above this lose their last figure in the sums of a fit.
MOST_PEOPLE = 10**9
OVERLAP = "+"

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]


class TableError(ValueError):
    """What was given is no table of capture histories; the message says where."""


@dataclass(frozen=True, slots=True)
class Table:
    """`counts`: people by history, zero where absent. `impossible`: histories that nobody can have.

    Raises TableError for no list or more than ten, two lists of one name, no name, a history of
    other lists, a count below zero, and somebody counted in an impossible history.
    """

    lists: tuple[str, ...]
    counts: Mapping[int, int] = field(default_factory=dict)
    impossible: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 1 <= len(self.lists) <= MOST_LISTS:
            raise TableError(f"{len(self.lists)} lists: from 1 to {MOST_LISTS} are taken.")
        if len(set(self.lists)) < len(self.lists):
            raise TableError("Two lists have the same name.")
        if any(not name or OVERLAP in name for name in self.lists):
            raise TableError(f"A list needs a name, without {OVERLAP!r}.")
        for history, count in self.counts.items():
            self._check(history, count)

    def _check(self, history: int, count: int) -> None:
        if not 1 <= history < self.size:
            raise TableError(f"History {history} names no list, or one that is not there.")
        if count < 0:
            raise TableError(f"{self.name(history)}: a count below zero.")
        if count and history in self.impossible:
            raise TableError(f"{self.name(history)}: {count} people where nobody can be.")

    @classmethod
    def of(cls, lists: Sequence[str], counts: Mapping[str, int]) -> "Table":
        """From names such as "LA" and "LA+NG"; what is given twice is added."""
        empty = cls(tuple(lists))
        added: dict[int, int] = {}
        for name, count in counts.items():
            history = empty.history(name)
            added[history] = added.get(history, 0) + count
        return cls(tuple(lists), added)

    @property
    def size(self) -> int:
        """How many histories there are, with the one that nobody counted."""
        return 1 << len(self.lists)

    @property
    def people(self) -> int:
        return sum(self.counts.values())

    @property
    def histories(self) -> list[int]:
        """Those that somebody has, from the smallest."""
        return sorted(history for history, count in self.counts.items() if count)

    def history(self, name: str) -> int:
        """Raises TableError for a list that is not there."""
        found = 0
        for part in name.split(OVERLAP):
            if part.strip() not in self.lists:
                raise TableError(f"There is no list {part.strip()!r}.")
            found |= 1 << self.lists.index(part.strip())
        return found

    def name(self, history: int) -> str:
        return OVERLAP.join(n for i, n in enumerate(self.lists) if history >> i & 1)

    def vector(self) -> Floats:
        """Shape (2 ** lists,), indexed by history; the first is zero."""
        found: Floats = np.zeros(self.size)
        for history, count in self.counts.items():
            found[history] = count
        return found

    def can_be(self) -> Bools:
        """Shape (2 ** lists,): which histories can be seen at all; the first cannot."""
        found: Bools = np.ones(self.size, dtype=np.bool_)
        found[[0, *self.impossible]] = False
        return found

    def on(self, history: int) -> int:
        """How many people are on all of these lists, whatever others they are on."""
        return sum(n for seen, n in self.counts.items() if seen & history == history)

    def overlaps(self) -> int:
        """How many people are on two lists or more."""
        return sum(n for history, n in self.counts.items() if history.bit_count() > 1)

    def with_counts(self, counts: Iterable[float]) -> "Table":
        """The same lists with other counts, shape (2 ** lists,), as a sample gives them."""
        return Table(
            self.lists, {h: int(n) for h, n in enumerate(counts) if n and h}, self.impossible
        )

    def refusal(self) -> CannotEstimate | None:
        """What no method can make a number of."""
        named = [i for i in range(len(self.lists)) if self.on(1 << i)]
        faults = {
            Reason.NOBODY: not self.people,
            Reason.TOO_LARGE: self.people > MOST_PEOPLE,
            Reason.ONE_LIST: len(named) < 2,
            Reason.ONE_CELL: len(self.histories) == 1,
            Reason.NO_OVERLAP: not self.overlaps(),
        }
        return next((CannotEstimate(reason) for reason, is_so in faults.items() if is_so), None)
