"""How alike two names are, in any order of their parts (Jaro-Winkler, by rapidfuzz)."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import JaroWinkler

ALIKE = 0.88
SAME = 1.0


class Likeness:
    """Compares one name with many. Each part that many share is compared once."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._parts = [_Alike(part) for part in dict.fromkeys(wanted)]

    def of(self, parts: Sequence[str]) -> float:
        """From 0 to 1: how well, on average, each part that is wanted is found among `parts`."""
        if not parts or not self._parts:
            return 0.0
        found = 0.0
        for alike in self._parts:
            found += max(map(alike.__getitem__, parts))
        return found / len(self._parts)


class _Alike(dict[str, float]):
    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, other: str) -> float:
        likeness = self[other] = JaroWinkler.normalized_similarity(self._part, other)
        return likeness
