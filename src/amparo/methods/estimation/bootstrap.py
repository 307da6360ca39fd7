"""Intervals by the bootstrap, bias-corrected and accelerated, with the model chosen anew each time.

An interval that takes the chosen model for given covers far less often than it says. Here every
sample goes through the whole procedure. DiCiccio and Efron (1996), Statistical Science 11: 189-228;
the jackknife takes one person away from each distinct history, as Chan, Silverman and Vincent
(2021) do.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Floats, Table

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
# From counts, shape (tables, 2 ** lists), to totals, shape (tables,); infinite where there is none.
Totals = Callable[[Matrix], Floats]


AGAIN = 200  # how often the samples are drawn from themselves to say how far an end would move


@dataclass(frozen=True, slots=True)
class Interval:
    """`level`: such as 0.95. `errors`: how far each end moves with other random numbers, as a
    standard deviation. `failed`: samples without an estimate, which count as larger than any.
    """

    low: float
    high: float
    level: float
    errors: tuple[float, float]
    samples: int
    failed: int
    seed: int


def bca(
    table: Table, totals: Totals, *, samples: int = 1000, seed: int = 1, level: float = 0.95
) -> Interval | CannotEstimate:
    """An interval for the total of this table."""
    drawn = np.sort(totals(resampled(table, samples, seed)))
    whole = float(totals(table.vector()[None, :])[0])
    skew = acceleration(table, totals)
    if not np.isfinite(whole):
        return CannotEstimate(Reason.NO_FINITE_ESTIMATE)
    if not drawn[0] < whole <= drawn[-1]:
        return CannotEstimate(Reason.ONE_VALUE)
    low, high = ends(drawn, whole, skew, level)
    if not np.isfinite(high):
        return CannotEstimate(Reason.FAILED_SAMPLES)
    random = np.random.default_rng((seed, samples))
    again = [np.sort(random.choice(drawn, samples)) for _ in range(AGAIN)]
    found = np.array([ends(each, whole, skew, level) for each in again])
    first, second = np.nanstd(np.where(np.isfinite(found), found, np.nan), axis=0)
    failed = int(np.isinf(drawn).sum())
    return Interval(low, high, level, (float(first), float(second)), samples, failed, seed)


def resampled(table: Table, samples: int, seed: int) -> Matrix:
    """As many people, drawn from the histories seen. Shape (samples, 2 ** lists)."""
    counts = table.vector()
    random = np.random.default_rng(seed)
    found: Matrix = random.multinomial(table.people, counts / counts.sum(), samples).astype(float)
    return found


def acceleration(table: Table, totals: Totals) -> float:
    """A sixth of the skewness of what each person contributes. Who is alone in keeping an estimate
    finite is left out."""
    counts = table.vector()
    seen = np.flatnonzero(counts)
    fewer: Matrix = np.repeat(counts[None, :], len(seen), axis=0)
    fewer[np.arange(len(seen)), seen] -= 1
    found = totals(fewer)
    finite = np.isfinite(found)
    weights, found = counts[seen][finite], found[finite]
    if not len(found):
        return 0.0
    apart = np.average(found, weights=weights) - found
    width = float((weights * apart**2).sum()) ** 1.5
    return float((weights * apart**3).sum()) / (6 * width) if width else 0.0


def ends(ordered: Floats, whole: float, skew: float, level: float) -> tuple[float, float]:
    """`whole`: the estimate; `skew`: the acceleration; `ordered`: those of the samples, sorted."""
    from scipy.special import ndtr, ndtri

    count = len(ordered)
    below = np.clip((ordered < whole).mean(), 0.5 / count, 1 - 0.5 / count)
    bias = float(ndtri(below))
    moved = [bias + float(ndtri(each)) for each in ((1 - level) / 2, (1 + level) / 2)]
    low, high = (float(ndtr(bias + each / (1 - skew * each))) for each in moved)
    return quantile(ordered, low), quantile(ordered, high)


def quantile(ordered: Floats, share: float) -> float:
    """Median-unbiased, the eighth of Hyndman and Fan (1996)."""
    place = (len(ordered) + 1 / 3) * share + 1 / 3 - 1
    low = int(np.clip(np.floor(place), 0, len(ordered) - 1))
    high = min(low + 1, len(ordered) - 1)
    part = float(np.clip(place - low, 0, 1))
    if part == 0 or ordered[low] == ordered[high]:
        return float(ordered[low])
    return float(ordered[low] + part * (ordered[high] - ordered[low]))
