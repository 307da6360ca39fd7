"""Whether several chains of draws agree, and how many independent draws they are worth.

Vehtari, Gelman, Simpson, Carpenter and Buerkner (2021), Bayesian Analysis 16: 667-718: R-hat of
halved chains over ranks, folded and not, the larger of the two; effective size over ranks.
"""

import numpy as np

from amparo.methods.estimation.bootstrap import Matrix
from amparo.methods.estimation.table import Floats


def r_hat(draws: Matrix) -> float:
    """`draws`: shape (chains, draws), at least four of each. One where all agree."""
    folded = np.abs(draws - np.median(draws))
    return max(_r_hat(_ranked(_halved(each))) for each in (draws, folded))


def effective_size(draws: Matrix) -> float:
    """Of the middle of the distribution, never above the number of draws."""
    ranked = _ranked(_halved(draws))
    chains, length = ranked.shape
    within, spread = _variances(ranked)
    if not spread:
        return float(draws.size)
    products = np.array([_autocovariance(chain) for chain in ranked]).mean(axis=0)
    correlation = 1 - (within - products * length / (length - 1)) / spread
    pairs = correlation[: length - length % 2].reshape(-1, 2).sum(axis=1)
    pairs = pairs[: int(np.argmax(pairs < 0)) if (pairs < 0).any() else len(pairs)]
    total = 2 * float(np.minimum.accumulate(pairs).sum()) - 1 if len(pairs) else 1.0
    most = chains * length
    return min(most / max(total, 1 / float(np.log10(most))), float(draws.size))


def _halved(draws: Matrix) -> Matrix:
    half = draws.shape[1] // 2
    found: Matrix = np.concatenate([draws[:, :half], draws[:, -half:]])
    return found


def _ranked(draws: Matrix) -> Matrix:
    """Ranks of all draws together, as normal scores."""
    from scipy.special import ndtri
    from scipy.stats import rankdata

    ranks = rankdata(draws.ravel()).reshape(draws.shape)
    found: Matrix = ndtri((ranks - 0.375) / (draws.size + 0.25))
    return found


def _variances(draws: Matrix) -> tuple[float, float]:
    """Within chains, and the overestimate of the whole."""
    length = draws.shape[1]
    within = float(draws.var(axis=1, ddof=1).mean())
    between = float(draws.mean(axis=1).var(ddof=1))
    return within, within * (length - 1) / length + between


def _r_hat(draws: Matrix) -> float:
    within, spread = _variances(draws)
    if not within:
        return 1.0 if not spread else float("inf")
    return float(np.sqrt(spread / within))


def _autocovariance(chain: Floats) -> Floats:
    length = len(chain)
    centred = chain - chain.mean()
    spectrum = np.fft.rfft(centred, 2 * length)
    found: Floats = np.fft.irfft(spectrum * spectrum.conj())[:length] / length
    return found
