"""Bayesian latent classes: people of several unknown kinds, lists independent within a kind.

As many kinds as the table needs, up to a limit, by a stick-breaking prior: Manrique-Vallier (2016),
Biometrics 72: 1246-1254, with the priors of the R package LCMCR. Several chains begin far apart. If
they do not agree there is no interval: chains that found different answers are told as modes.
"""

from dataclasses import dataclass

import numpy as np

from amparo.methods.estimation.bootstrap import Matrix
from amparo.methods.estimation.chains import effective_size, r_hat
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import informative
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.estimation.threads import in_parts

CLASSES = 10
SHAPE, RATE = 0.25, 0.25  # of the gamma prior of the concentration
FEWEST_LISTS = 3  # with two lists, classes cannot be told from dependence
LIMIT = 1.05


@dataclass(frozen=True, slots=True)
class Sampling:
    """Sweeps before the first draw, draws of each chain, and sweeps from one to the next."""

    chains: int = 4
    burn_in: int = 10_000
    draws: int = 1_000
    thin: int = 100


DEFAULT = Sampling()


@dataclass(frozen=True, slots=True)
class Classed:
    """`totals`: shape (chains, draws). `modes`: totals around which the draws gather, with the
    share of draws nearest to each."""

    lists: tuple[str, ...]
    totals: Matrix
    r_hat: float
    effective_size: float
    modes: tuple[tuple[float, float], ...]
    seed: int

    @property
    def median(self) -> float:
        return float(np.median(self.totals))

    def interval(self, level: float = 0.95) -> tuple[float, float] | CannotEstimate:
        if self.r_hat > LIMIT:
            return CannotEstimate(Reason.CHAINS_DISAGREE)
        low, high = np.quantile(self.totals, [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)


def sample(
    table: Table, sampling: Sampling = DEFAULT, *, seed: int = 1, classes: int = CLASSES,
    threads: int | None = None,
) -> Classed | CannotEstimate:  # fmt: skip
    """Chains do not depend on one another: the result is the same by any number of threads."""
    table = informative(table)
    refused = table.refusal() or _refusal(table)
    if refused:
        return refused
    totals: Matrix = np.empty((sampling.chains, sampling.draws))
    randoms = np.random.default_rng(seed).spawn(sampling.chains)

    def part(first: int, last: int) -> None:
        for at in range(first, last):
            totals[at] = table.people + _chain(table, randoms[at], sampling, classes)

    in_parts(part, sampling.chains, part=1, threads=threads)
    logs = np.log(totals)
    return Classed(table.lists, totals, r_hat(logs), effective_size(logs), modes(totals), seed)


def _refusal(table: Table) -> CannotEstimate | None:
    if table.impossible:
        return CannotEstimate(Reason.IMPOSSIBLE)
    return CannotEstimate(Reason.TOO_FEW_LISTS) if len(table.lists) < FEWEST_LISTS else None


def _chain(table: Table, random: np.random.Generator, sampling: Sampling, classes: int) -> Floats:
    from amparo.methods.estimation.kernel_classes import Seen, State, run

    histories = np.array(table.histories, dtype=np.int64)
    counts = np.array([table.counts[each] for each in table.histories], dtype=np.int64)
    seen = Seen(histories, counts, SHAPE, RATE)
    lists = len(table.lists)
    state = State(
        random.random((lists, classes)),
        random.dirichlet(np.ones(classes)),
        np.zeros((lists, classes), dtype=np.int64),
        np.zeros(classes, dtype=np.int64),
        np.zeros(classes, dtype=np.int64),
        np.array([1.0, 0.0, 0.0]),
    )
    run(random, seen, state, sampling.burn_in)
    drawn = [run(random, seen, state, sampling.thin) for _ in range(sampling.draws)]
    found: Floats = np.array(drawn)
    return found


def modes(totals: Matrix) -> tuple[tuple[float, float], ...]:
    """Peaks of a smoothed density of the logarithm that stand out by a tenth of the highest."""
    from scipy.signal import find_peaks
    from scipy.stats import gaussian_kde

    logs = np.log(totals).ravel()
    if np.ptp(logs) == 0:
        return ((float(totals.flat[0]), 1.0),)
    grid = np.linspace(logs.min(), logs.max(), 400)
    height = gaussian_kde(logs)(grid)
    peaks, _ = find_peaks(np.pad(height, 1), prominence=height.max() / 10)
    centres = grid[peaks - 1]
    nearest = np.abs(logs[:, None] - centres[None, :]).argmin(axis=1)
    shares = np.bincount(nearest, minlength=len(centres)) / len(logs)
    return tuple(zip(np.exp(centres).tolist(), shares.tolist(), strict=True))
