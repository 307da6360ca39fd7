"""Which asks of other texts say much the same, without comparing each with each.

Two that say the same share some words, or pairs of neighbouring words, that few others have. Each
text looks only where its rarest ones stand, so that the work grows with the number of texts.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from .words import weight, weights, words

K = TypeVar("K", bound=Hashable)
# What stands in more texts than this tells too little to look there.
_MOST_TEXTS = 48
# By how many standings of its rarest marks a text is sought, and how many are compared in full.
_STANDINGS, _CANDIDATES = 240, 16


@dataclass(frozen=True, slots=True)
class Proposal(Generic[K]):
    one: K
    other: K
    similarity: float


def similar(
    texts: Mapping[K, str], others: Mapping[K, str], *, at_least: float
) -> list[Proposal[K]]:
    """Those of `others` that are at least so much (0 to 1) like one of `texts`; the likest first.

    A text is not proposed for itself, and of a pair that stands in both once.
    """
    read = {key: words(text) for key, text in (*others.items(), *texts.items())}
    known = {key: frozenset(each) for key, each in read.items()}
    weighed = weights(known.values())
    index = _Index({key: read[key] for key in others})
    pairs = {
        frozenset((key, other)): (key, other)
        for key in texts
        for other in index.near(key, read[key])
    }
    found = (
        Proposal(*pair, alike(known[pair[0]], known[pair[1]], weighed)) for pair in pairs.values()
    )
    return sorted(
        (each for each in found if each.similarity >= at_least), key=lambda each: -each.similarity
    )


def alike(one: frozenset[str], other: frozenset[str], weighed: Mapping[str, float]) -> float:
    total = weight(one, weighed) + weight(other, weighed)
    return 2 * weight(one & other, weighed) / total if total else 0.0


class _Index(Generic[K]):
    def __init__(self, texts: Mapping[K, Sequence[str]]) -> None:
        self._standing: defaultdict[str, list[K]] = defaultdict(list)
        for key, text in texts.items():
            for mark in _marks(text):
                self._standing[mark].append(key)

    def near(self, key: K, text: Sequence[str]) -> list[K]:
        """Those that share the most with `text`, of all that share something rare with it."""
        shared: Counter[K] = Counter()
        for places in self._rarest(text):
            shared.update(places)
        del shared[key]
        return nlargest(_CANDIDATES, shared, key=shared.__getitem__)

    def _rarest(self, text: Sequence[str]) -> list[list[K]]:
        standing = (self._standing.get(mark, []) for mark in sorted(_marks(text)))
        telling = sorted((p for p in standing if 0 < len(p) <= _MOST_TEXTS), key=len)
        until = bisect_right(list(accumulate(map(len, telling))), _STANDINGS)
        return telling[:until]


def _marks(text: Sequence[str]) -> Iterator[str]:
    yield from dict.fromkeys([*text, *(" ".join(pair) for pair in pairwise(text))])
