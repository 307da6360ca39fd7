"""Bayesian averaging over decomposable graphs of lists.

Every graph in which no ring of four or more lists is without a chord is a model: a missing edge is
independence given the others. With a Dirichlet prior on the cells, hyper-Markov over the graphs,
the likelihood of each graph and each number of unseen people has a closed form, and the posterior
is a sum. Madigan and York (1997), Biometrika 84: 19-31; the priors are those of the R package dga:
every graph alike, and a total N with weight 1 / N.

The prior of a cell rules the answer where few people overlap, so two are always computed:
2 ** -lists, which is one person in all, and 1, which is one person in each cell.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from amparo.methods.estimation.bootstrap import Matrix
from amparo.methods.estimation.models import Masks
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.estimation.threads import in_parts

FEWEST_LISTS, MOST_LISTS = 3, 6
NEGLIGIBLE = 40.0  # e ** -40 of the likeliest: less than the last figure of the sum
# The grid of unseen people on which published figures are computed: from 1 to so many times those
# seen, in so many points. More points give a finer answer, and 1 to 30 times is part of the prior.
TIMES, POINTS = 30, 1000
PART = 256


@dataclass(frozen=True, slots=True)
class Posterior:
    """`prior`: weight of each cell. `unseen`, `weight`: the grid and its probabilities, shape
    (points,)."""

    prior: float
    people: int
    unseen: Floats
    weight: Floats

    @property
    def resolution(self) -> float:
        """How far the points of the grid are apart: no quantile is surer than this."""
        return float(np.diff(self.unseen).max(initial=0.0))

    def quantile(self, share: float) -> float:
        """Of the total."""
        below = np.cumsum(self.weight)
        at = int(np.searchsorted(below, share * below[-1]))
        return self.people + float(self.unseen[at])

    @property
    def median(self) -> float:
        return self.quantile(0.5)

    @property
    def mean(self) -> float:
        return self.people + float(self.weight @ self.unseen)

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)


@dataclass(frozen=True, slots=True)
class Averaged:
    """`posterior`: under one person in all; `flat`: under one in each cell, never to be left out.

    `graphs`: how many were averaged over.
    """

    lists: tuple[str, ...]
    graphs: int
    posterior: Posterior
    flat: Posterior


def average(
    table: Table, *, points: int | None = POINTS, threads: int | None = None
) -> Averaged | CannotEstimate:
    """`points`: how many numbers of unseen people are weighed; None for every one."""
    table = informative(table)
    refused = table.refusal() or _refusal(table)
    if refused:
        return refused
    last = TIMES * table.people
    grid = np.unique(np.round(np.linspace(1, last, points or last)))
    return Averaged(
        table.lists,
        len(chordal(len(table.lists))[0]),
        posterior(table, 1 / table.size, grid, threads=threads),
        posterior(table, 1.0, grid, threads=threads),
    )


def _refusal(table: Table) -> CannotEstimate | None:
    if table.impossible:
        return CannotEstimate(Reason.IMPOSSIBLE)
    if len(table.lists) < FEWEST_LISTS:
        return CannotEstimate(Reason.TOO_FEW_LISTS)
    return CannotEstimate(Reason.TOO_MANY_LISTS) if len(table.lists) > MOST_LISTS else None


def posterior(
    table: Table, prior: float, unseen: Floats, *, threads: int | None = None
) -> Posterior:
    """`prior`: weight of each of the 2 ** lists cells. `unseen`: the numbers that are weighed."""
    from scipy.special import gammaln

    from amparo.methods.estimation.kernel_graphs import Likelihoods, add_up, heights

    parts = chordal(len(table.lists))[1]
    people = table.people + unseen
    shared = gammaln(people + 1) - gammaln(unseen + 1) - np.log(people)
    given = Likelihoods(_marginals(table, prior, unseen), shared)
    best: Floats = np.empty(len(parts))

    def part(first: int, last: int) -> None:
        heights(parts, given, best, (first, last))

    in_parts(part, len(parts), part=PART, threads=threads)
    weight: Floats = np.zeros(len(unseen))
    kept = parts[best > best.max() - NEGLIGIBLE]
    add_up(kept, given, float(best.max()), weight)
    return Posterior(prior, table.people, unseen, weight / weight.sum())


def _marginals(table: Table, prior: float, unseen: Floats) -> Matrix:
    """Logarithm of the likelihood of each set of lists by itself, shape (2 ** lists, points)."""
    from scipy.special import gammaln

    found: Matrix = np.zeros((table.size, len(unseen)))
    whole = prior * table.size
    norm = gammaln(whole) - gammaln(table.people + unseen + whole)
    counts, cells = table.vector(), np.arange(table.size)
    for lists in range(1, table.size):
        cell = prior * 2.0 ** (len(table.lists) - lists.bit_count())
        seen = np.bincount(cells & lists, weights=counts, minlength=table.size)
        margin = seen[[at for at in range(1, table.size) if at & lists == at]]
        fixed = gammaln(margin + cell).sum() - (len(margin) + 1) * gammaln(cell)
        found[lists] = gammaln(seen[0] + unseen + cell) + fixed + norm
    return found


@lru_cache(maxsize=8)
def chordal(lists: int) -> tuple[Masks, Masks]:
    """All decomposable graphs: 8, 61, 822, 18,154 for 3, 4, 5, 6 lists.

    Their edges as bits, shape (graphs, 1); cliques and separators by turns, shape (graphs,
    2 * lists), as bit masks of lists.
    """
    from amparo.methods.estimation.kernel_graphs import all_chordal

    most = 1 << lists * (lists - 1) // 2
    graphs = np.zeros(most, dtype=np.int64)
    parts: Masks = np.zeros((most + 1, 2 * lists), dtype=np.int64)
    count = all_chordal(lists, graphs, parts)
    return graphs[:count, None], parts[:count]
