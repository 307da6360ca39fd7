"""Chordal graphs by elimination, and their marginal likelihoods over a grid of unseen people."""

from typing import NamedTuple

import numpy as np

from amparo.methods.estimation.compiled import compiled
from amparo.methods.estimation.kernel_sums import Matrix, Vector

Whole = np.ndarray[tuple[int, int], np.dtype[np.int64]]
Integers = np.ndarray[tuple[int], np.dtype[np.int64]]


class Likelihoods(NamedTuple):
    """Logarithms at each point of the grid: of every set of lists, shape (2 ** lists, points) with
    zeros for none, and what all graphs share, shape (points,)."""

    sets: Matrix
    shared: Vector


@compiled
def neighbours(graph: int, lists: int, found: Integers) -> None:
    """`graph`: a bit for each pair, in the order (0,1), (0,2), ..., (1,2), ..."""
    found[:] = 0
    bit = 0
    for one in range(lists):
        for two in range(one + 1, lists):
            if graph >> bit & 1:
                found[one] |= 1 << two
                found[two] |= 1 << one
            bit += 1


@compiled
def is_clique(members: int, adjacent: Integers) -> bool:
    for one in range(len(adjacent)):
        if members >> one & 1 and (members & ~adjacent[one]) != 1 << one:
            return False
    return True


@compiled
def eliminate(graph: int, lists: int, adjacent: Integers, parts: Integers) -> bool:
    """Whether the graph is chordal. `parts`: shape (2 * lists,), for each list its clique and then
    that clique without it: the graph's likelihood is the product of the first over the second.
    """
    neighbours(graph, lists, adjacent)
    left = (1 << lists) - 1
    for turn in range(lists):
        chosen = -1
        for one in range(lists):
            if chosen < 0 and left >> one & 1 and is_clique(adjacent[one] & left, adjacent):
                chosen = one
        if chosen < 0:
            return False
        around = adjacent[chosen] & left
        parts[2 * turn] = around | 1 << chosen
        parts[2 * turn + 1] = around
        left &= ~(1 << chosen)
    return True


@compiled
def all_chordal(lists: int, graphs: Integers, parts: Whole) -> int:
    """Fills in every chordal graph of so many lists; returns how many there are."""
    adjacent = np.empty(lists, dtype=np.int64)
    found = 0
    for graph in range(1 << (lists * (lists - 1) // 2)):
        if eliminate(graph, lists, adjacent, parts[found]):
            graphs[found] = graph
            found += 1
    return found


@compiled
def score(parts: Integers, sets: Matrix, row: Vector) -> None:
    """The logarithm of one graph's likelihood, into `row`, without what all share."""
    row[:] = 0.0
    for turn in range(len(parts) // 2):
        up, down = sets[parts[2 * turn]], sets[parts[2 * turn + 1]]
        for point in range(len(row)):
            row[point] += up[point] - down[point]


@compiled
def heights(parts: Whole, given: Likelihoods, best: Vector, which: tuple[int, int]) -> None:
    """For graphs which[0] to which[1] - 1 the largest logarithm over the points."""
    row = np.empty(len(given.shared))
    for at in range(which[0], which[1]):
        score(parts[at], given.sets, row)
        highest = -np.inf
        for point in range(len(row)):
            highest = max(highest, row[point] + given.shared[point])
        best[at] = highest


@compiled
def add_up(parts: Whole, given: Likelihoods, top: float, found: Vector) -> None:
    """Adds exp(logarithm - top) of each graph, in their order, at every point."""
    row = np.empty(len(found))
    for at in range(len(parts)):
        score(parts[at], given.sets, row)
        for point in range(len(found)):
            found[point] += np.exp(row[point] + given.shared[point] - top)
