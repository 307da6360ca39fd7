"""One chain of the latent class model: Gibbs sampling over counts of histories, not over people."""

from math import log
from typing import NamedTuple

import numpy as np

from amparo.methods.estimation.compiled import compiled
from amparo.methods.estimation.kernel_sums import Matrix, Vector

Random = np.random.Generator
Integers = np.ndarray[tuple[int], np.dtype[np.int64]]
Whole = np.ndarray[tuple[int, int], np.dtype[np.int64]]
# Above this a Poisson number is its mean: its spread is less than a millionth of it.
LARGE = 1e12


class Seen(NamedTuple):
    """Histories that somebody has, and how many do. `shape`, `rate`: prior of the concentration."""

    histories: Integers
    counts: Integers
    shape: float
    rate: float


class State(NamedTuple):
    """`on`: chance of each list in each class, shape (lists, classes). `share`: of the classes.
    `ones`: people by list and class; `size`: seen people by class; `unseen`: by class.
    `scalars`: concentration, logarithm of the last share, total of the unseen.
    """

    on: Matrix
    share: Vector
    ones: Whole
    size: Integers
    unseen: Integers
    scalars: Vector


@compiled
def log_gamma(random: Random, shape: float) -> float:
    """The logarithm of a gamma number, exact where the number itself would be zero."""
    if shape >= 1.0:
        return log(random.standard_gamma(shape))
    return log(random.standard_gamma(shape + 1.0)) + log(1.0 - random.random()) / shape


@compiled
def allot(random: Random, number: int, weights: Vector, found: Integers) -> None:
    """So many people over the classes, by conditional binomials."""
    rest = weights.sum()
    left = number
    last = len(weights) - 1
    found[:] = 0
    for at in range(last):
        if left == 0 or rest <= 0.0:
            break
        chance = min(1.0, weights[at] / rest)
        found[at] = random.binomial(left, chance)
        left -= found[at]
        rest -= weights[at]
    found[last] += left


@compiled
def weigh(history: int, state: State, weights: Vector) -> None:
    """How likely this history is in each class, with the share of the class."""
    lists = state.on.shape[0]
    for at in range(len(weights)):
        weights[at] = state.share[at]
    for one in range(lists):
        seen = history >> one & 1
        for at in range(len(weights)):
            weights[at] *= state.on[one, at] if seen else 1.0 - state.on[one, at]


@compiled
def add(people: Integers, onto: Integers) -> None:
    for at in range(len(people)):
        onto[at] += people[at]


@compiled
def place_people(random: Random, seen: Seen, state: State) -> None:
    """Everybody who was seen into a class."""
    weights = np.empty(len(state.share))
    placed = np.empty(len(state.share), dtype=np.int64)
    state.ones[:] = 0
    state.size[:] = 0
    for cell in range(len(seen.histories)):
        weigh(seen.histories[cell], state, weights)
        allot(random, seen.counts[cell], weights, placed)
        add(placed, state.size)
        for one in range(len(state.ones)):
            if seen.histories[cell] >> one & 1:
                add(placed, state.ones[one])


@compiled
def draw_lists(random: Random, state: State) -> None:
    for one in range(state.on.shape[0]):
        for at in range(state.on.shape[1]):
            ones = state.ones[one, at]
            others = state.size[at] + state.unseen[at] - ones
            state.on[one, at] = random.beta(1.0 + ones, 1.0 + others)


@compiled
def draw_shares(random: Random, seen: Seen, state: State) -> None:
    """Breaks the stick; then the concentration."""
    classes = len(state.share)
    left = state.size.sum() + state.unseen.sum()
    broken = 0.0  # logarithm of what is left of the stick
    for at in range(classes - 1):
        own = state.size[at] + state.unseen[at]
        left -= own
        one = log_gamma(random, 1.0 + own)
        two = log_gamma(random, state.scalars[0] + left)
        both = max(one, two) + np.log1p(np.exp(-abs(one - two)))
        state.share[at] = np.exp(one - both + broken)
        broken += two - both
    state.share[classes - 1] = np.exp(broken)
    state.scalars[1] = broken
    shape = seen.shape + classes - 1.0
    state.scalars[0] = random.standard_gamma(shape) / (seen.rate - broken)


@compiled
def draw_unseen(random: Random, seen: Seen, state: State) -> None:
    """How many are on no list, negative binomial, and their classes."""
    weights = np.empty(len(state.share))
    weigh(0, state, weights)
    missed = min(weights.sum(), 1.0 - 1e-12)
    mean = random.standard_gamma(float(seen.counts.sum())) * missed / (1.0 - missed)
    number = random.poisson(mean) if mean < LARGE else int(mean)
    state.scalars[2] = number
    allot(random, number, weights, state.unseen)


@compiled
def sweep(random: Random, seen: Seen, state: State) -> None:
    place_people(random, seen, state)
    draw_lists(random, state)
    draw_shares(random, seen, state)
    draw_unseen(random, seen, state)


@compiled
def run(random: Random, seen: Seen, state: State, sweeps: int) -> float:
    """So many sweeps; how many are unseen after the last."""
    for _ in range(sweeps):
        sweep(random, seen, state)
    return float(state.scalars[2])
