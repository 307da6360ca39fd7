"""One person looked for among the names and births of many files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from amparo.methods.sameness import evidence, pairing
from amparo.methods.sameness.births import Births, birth, compare
from amparo.methods.sameness.likeness import Floats, Words, alike
from amparo.methods.sameness.matches import Match, Names
from amparo.methods.sameness.pairing import Pairs, pair
from amparo.methods.sameness.particles import joined, telling
from amparo.methods.sameness.sounds import Spoken, spoken

# Parts of a name beyond these add nothing to who somebody is.
MOST_PARTS = 6
BORN_TOGETHER = (Births.SAME_DAY, Births.DAY_AND_MONTH_SWAPPED, Births.ONE_FIGURE_APART)
NONE = len(evidence.STEPS)


@dataclass(frozen=True)
class _Wanted:
    """A word that is looked for: how like it each known word is, and what each step is worth."""

    spoken: Spoken
    steps: Sequence[int]
    by_file: Floats
    bits: tuple[float, ...]


class Crowd:
    """`files`: names of each, folded (methods.names.words), and date of birth; "" where unknown."""

    def __init__(self, files: Sequence[tuple[str, str]]) -> None:
        self._born = [born for _, born in files]
        self._parts = [parts_of(names) for names, _ in files]
        self._places = places = {"": 0}
        at = [[places.setdefault(part, len(places)) for part in each] for each in self._parts]
        self._words = Words([spoken(word) for word in places])
        self._flat = np.array([place for each in at for place in each], dtype=np.intp)
        lengths = [len(each) for each in at]
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)
        self._lengths = np.array(lengths)

    def like(self, names: str, born: str) -> list[Match]:
        """The likeliest first."""
        parts = parts_of(names)
        if not names or not self._born:
            return []
        one = birth(born)
        compared = {each: compare(one, birth(each)) for each in set(self._born)}
        births = [compared[each] for each in self._born]
        of_births = self._bits_of_births(births)
        ways = [parts, *joined(parts)]
        wanted = {word: self._wanted(word) for way in ways for word in way}
        asked = evidence.asked(len(self._born))
        most = np.array([of_births[each] for each in births], np.float32)
        for each in wanted.values():
            most += np.maximum(each.by_file, 0)
        most[self._lengths != len(parts)] += pairing.ROOM
        found = []
        for at in np.flatnonzero(most >= asked).tolist():
            pairs = self._pairs(at, ways, wanted)
            bits = pairs.bits + of_births[births[at]]
            if bits >= asked and _tells(pairs, births[at]):
                found.append(Match(at, _said(pairs), births[at], bits))
        return sorted(found, key=lambda match: (-match.bits, match.at))

    def _bits_of_births(self, births: list[Births]) -> dict[Births, float]:
        counted = Counter(births)
        return {
            each: evidence.of_births(each, count - 1, len(births))
            for each, count in counted.items()
        }

    def _wanted(self, word: str) -> _Wanted:
        said = spoken(word)
        steps = evidence.steps(self._words.like(said))
        by_file = np.minimum.reduceat(steps[self._flat], self._starts)
        files = len(by_file)
        counts = np.bincount(by_file, minlength=NONE + 1).cumsum().tolist()
        bits = [evidence.of_a_part(at, max(0, counts[at] - 1), files) for at in range(NONE)]
        worth = np.array([*bits, 0], np.float32)
        return _Wanted(said, steps.tolist(), worth[by_file], (*bits, 0.0))

    def _pairs(self, at: int, ways: list[list[str]], wanted: dict[str, _Wanted]) -> Pairs:
        """As the names stand; if something is left over, also with neighbours taken together."""

        def seen(word: str, known: str) -> tuple[int, float]:
            place = self._places.get(known)
            each = wanted[word]
            if place is not None and word in ways[0]:
                return each.steps[place], each.bits[each.steps[place]]
            step = evidence.step(alike(each.spoken, known))
            return step, each.bits[step] * pairing.TOGETHER

        parts = self._parts[at]
        best = pair(ways[0], parts, seen)
        if best.is_whole:
            return best
        together = [(way, parts) for way in ways[1:]] + [(ways[0], way) for way in joined(parts)]
        return max([best, *(pair(*both, seen) for both in together)], key=lambda each: each.bits)


def parts_of(names: str) -> list[str]:
    return telling(names.split(" "))[:MOST_PARTS]


def _tells(pairs: Pairs, births: Births) -> bool:
    """One name that is shared says that they may be a family, unless they were born together."""
    return bool(pairs.found) and (not pairs.is_one_name_only or births in BORN_TOGETHER)


def _said(pairs: Pairs) -> Names:
    if not pairs.is_whole:
        return Names.PARTLY
    if any(step for _, _, step in pairs.found):
        return Names.OTHER_SPELLING
    in_order = all(a == b for a, b, _ in pairs.found)
    return Names.SAME if in_order else Names.OTHER_ORDER
