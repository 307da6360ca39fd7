"""Which paragraph of a later text is which of an earlier one."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .words import weights, words

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]

State = Literal["kept", "changed", "moved", "added", "dropped"]
# Between two texts of nine years apart, the paragraphs that come again are alike by 0.42 and more,
# those on other things that share a name or two by 0.24 and less.
THRESHOLD = 0.3
# Between paragraphs that are alike as much, the nearer in the order; never against the words.
_NEARNESS = 1e-6


@dataclass(frozen=True, slots=True)
class Pair:
    """`earlier` and `later` are places in the two lists, None where there is no such paragraph.

    `similarity`: from 0 to 1. `moved`: it stands elsewhere among those that are in both, whether
    its words changed or not, which `identical` says.
    """

    earlier: int | None
    later: int | None
    similarity: float
    state: State
    identical: bool = False


def align(
    earlier: Sequence[str], later: Sequence[str], *, threshold: float = THRESHOLD
) -> list[Pair]:
    """In the order of the later text, each dropped paragraph behind what it followed.

    Among all ways to pair paragraphs that are at least `threshold` alike, the one with the most
    likeness in all.
    """
    before, after = [words(text) for text in earlier], [words(text) for text in later]
    found = _assigned(before, after, threshold) if before and after else []
    staying = _in_order([j for _, j, _ in found])
    pairs = [
        _pair(i, j, similarity, same=before[i] == after[j], stays=nth in staying)
        for nth, (i, j, similarity) in enumerate(found)
    ]
    return _with_the_others(pairs, len(earlier), len(later))


def _pair(i: int, j: int, similarity: float, *, same: bool, stays: bool) -> Pair:
    state: State = "moved" if not stays else "kept" if same else "changed"
    return Pair(i, j, similarity, state, same)


def _assigned(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], threshold: float
) -> list[tuple[int, int, float]]:
    """Places in the order of the earlier text, and how alike they are."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # scipy takes most of a second to load

    alike = _similarities(before, after)
    possible = alike >= threshold
    distance = np.subtract.outer(
        np.linspace(0, 1, len(before), endpoint=False),
        np.linspace(0, 1, len(after), endpoint=False),
    )
    # Squared, so that of two pairs of twins the two that do not cross are nearer.
    score = np.where(possible, alike + _NEARNESS * (1 - distance**2), 0)
    rows, columns = linear_sum_assignment(score, maximize=True)
    return [
        (int(i), int(j), float(alike[i, j]))
        for i, j in zip(rows, columns, strict=True)
        if possible[i, j]
    ]


def _similarities(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> "Matrix":
    """The weight of the words that both have, of the weight of all words of both."""
    import numpy as np
    from scipy.sparse import csr_array

    texts = [sorted(set(text)) for text in (*before, *after)]
    weighed = weights(texts)
    column = {word: nth for nth, word in enumerate(weighed)}
    ends = np.cumsum([0, *map(len, texts)])
    indices = np.array([column[word] for text in texts for word in text], dtype=np.int64)
    shape = (len(texts), max(len(column), 1))
    has = csr_array((np.ones(len(indices)), indices, ends), shape=shape)
    weight = np.array([*weighed.values()] or [0.0])
    weights_of = has @ weight
    first, second = has[: len(before)], has[len(before) :]
    shared = ((first * weight) @ second.T).toarray()
    total = np.add.outer(weights_of[: len(before)], weights_of[len(before) :])
    # Two without any word are alike; one of them and any other are not.
    alike: Matrix = np.divide(2 * shared, total, out=np.ones_like(shared), where=total > 0)
    return np.minimum(alike, 1.0)


def _in_order(places: Sequence[int]) -> set[int]:
    """Which of `places` stay in the order of each other: as many as can (patience sorting)."""
    tops: list[int] = []
    nth_of_top: list[int] = []
    before: list[int | None] = []
    for nth, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(nth_of_top[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
        nth_of_top[pile : pile + 1] = [nth]
    staying: set[int] = set()
    last = nth_of_top[-1] if nth_of_top else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return staying


def _with_the_others(pairs: Sequence[Pair], earlier: int, later: int) -> list[Pair]:
    counterpart = {pair.earlier: pair.later for pair in pairs}
    taken = {pair.later for pair in pairs}
    placed = [((pair.later or 0, 0, 0), pair) for pair in pairs]
    placed += [((j, 0, 0), Pair(None, j, 0.0, "added")) for j in range(later) if j not in taken]
    behind = -1
    for i in range(earlier):
        if i in counterpart:
            behind = counterpart[i] or 0
        else:
            placed.append(((behind, 1, i), Pair(i, None, 0.0, "dropped")))
    return [pair for _, pair in sorted(placed, key=lambda each: each[0])]
