"""Log-linear models as sets of parameters, and all of a kind.

A parameter is a bit mask of lists: 0 is the intercept, one bit a list's own effect, two bits a pair
that is seen together more or less often than by chance. A model is hierarchical: with a parameter
it has every parameter of fewer of its lists.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

import numpy as np

# A model: its parameters from the fewest lists to the most, then by mask. Always with 0 and the
# effects of single lists.
Model = tuple[int, ...]
Masks = np.ndarray[tuple[int, int], np.dtype[np.int64]]
Sizes = np.ndarray[tuple[int], np.dtype[np.int64]]


def masks(lists: int, order: int) -> list[int]:
    """Parameters of exactly `order` lists, from the smallest."""
    return sorted(sum(1 << i for i in each) for each in combinations(range(lists), order))


def model(parameters: Iterable[int], lists: int) -> Model:
    """With everything that the given parameters ask for."""
    found = {0, *masks(lists, 1)}
    for each in parameters:
        found.update(below for below in range(each + 1) if below & each == below)
    return tuple(sorted(found, key=lambda mask: (mask.bit_count(), mask)))


def independence(lists: int) -> Model:
    return model((), lists)


@lru_cache(maxsize=16)
def hierarchical(lists: int, order: int | None = None) -> tuple[Model, ...]:
    """All models with parameters of up to `order` lists (default: one fewer than there are).

    From few parameters to many. 8, 113 and 6,893 of them for 3, 4 and 5 lists.
    """
    most = lists - 1 if order is None else order
    base = independence(lists)
    found = (base + extra for extra in _families(lists, 2, most, frozenset(base)))
    return tuple(sorted(found, key=lambda each: (len(each), each)))


def _families(lists: int, order: int, most: int, have: frozenset[int]) -> Iterator[Model]:
    """Every choice of parameters of this order whose parts are there, then of the next order."""
    allowed = [
        mask
        for mask in masks(lists, order)
        if order <= most and all(mask & ~(1 << i) in have for i in range(lists) if mask >> i & 1)
    ]
    for count in range(len(allowed) + 1):
        for chosen in combinations(allowed, count):
            if not chosen:
                yield ()
                continue
            rest = have | set(chosen)
            yield from (chosen + more for more in _families(lists, order + 1, most, rest))


def pairs(lists: int) -> tuple[Model, ...]:
    """All models without parameters of three lists or more: 2 ** (number of pairs)."""
    return hierarchical(lists, 2)


def packed(models: Iterable[Model]) -> tuple[Masks, Sizes]:
    """Parameters, shape (models, most parameters), filled up with zeros; how many each has."""
    given = list(models)
    sizes: Sizes = np.array([len(each) for each in given], dtype=np.int64)
    found: Masks = np.zeros((len(given), int(sizes.max(initial=1))), dtype=np.int64)
    for row, each in zip(found, given, strict=True):
        row[: len(each)] = each
    return found, sizes


def maximal(parameters: Model) -> list[int]:
    """The parameters that no other contains: how a model is written."""
    return [
        one for one in parameters if not any(one != two and one & two == one for two in parameters)
    ]
