"""Which part of one name is which of another, in any order, each once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import log2

from amparo.methods.sameness.evidence import MISSING, OTHERWISE, STEPS

# Bits that parts written together may hide until they are compared as one.
ROOM = 12.0
# Two parts in one are rarer than one, if not as rare as two that were counted each by itself.
TOGETHER = 1.5
AGAINST = log2(OTHERWISE)
FEWER = log2(MISSING)
# The step of likeness between two parts, and what it is worth.
Seen = Callable[[str, str], tuple[int, float]]


@dataclass(frozen=True)
class Pairs:
    """`found`: place in one, place in the other, likeness. `left`: how many parts without."""

    bits: float
    found: tuple[tuple[int, int, int], ...]
    left: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        return not any(self.left)

    @property
    def is_one_name_only(self) -> bool:
        """As brothers and sisters have it: one part is shared, and a further one differs."""
        return len(self.found) == 1 and all(self.left)


def pair(one: Sequence[str], other: Sequence[str], seen: Seen) -> Pairs:
    """The dearest pairs first, which for a few parts is as good as trying all."""
    every = []
    for (a, word), (b, known) in product(enumerate(one), enumerate(other)):
        step, bits = seen(word, known)
        if step < len(STEPS):
            every.append((bits, a, b, step))
    taken: list[tuple[int, int, int]] = []
    total = 0.0
    for bits, a, b, step in sorted(every, reverse=True):
        if all(a != x and b != y for x, y, _ in taken):
            taken.append((a, b, step))
            total += bits
    left = len(one) - len(taken), len(other) - len(taken)
    total += min(left) * AGAINST + abs(left[0] - left[1]) * FEWER
    return Pairs(total, tuple(sorted(taken)), left)
