"""Latent classes: what the chains draw is the posterior; what they do not settle is not told."""

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from amparo.methods.estimation import chains, classes
from amparo.methods.estimation.classes import Classed, Sampling
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import cannot_overlap
from amparo.methods.estimation.table import Table
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM

SHORT = Sampling(chains=3, burn_in=200, draws=50, thin=2)


def sampled(table: Table, sampling: Sampling, **how: int) -> Classed:
    found = classes.sample(table, sampling, **how)
    assert isinstance(found, Classed)
    return found


def test_one_class_is_the_posterior_that_has_a_closed_form() -> None:
    """Independent lists, each with a uniform chance, and weight 1 / N for the total."""
    table = Table.of(("A", "B", "C"), {"A": 60, "B": 50, "C": 40, "A+B": 12, "B+C": 9, "A+C": 8})
    found = sampled(table, Sampling(4, 1000, 2000, 5), classes=1)
    totals = np.arange(table.people, 4000.0)
    unseen = totals - table.people
    weight = gammaln(totals + 1) - gammaln(unseen + 1) - np.log(totals)
    for list_ in (1, 2, 4):
        on = table.on(list_)
        weight += betaln(1 + on, 1 + totals - on)
    exact = np.cumsum(np.exp(weight - weight.max()))
    for share in (0.025, 0.5, 0.975):
        expected = totals[np.searchsorted(exact, share * exact[-1])]
        assert np.quantile(found.totals, share) == pytest.approx(expected, rel=0.03)
    assert found.r_hat < 1.02


def test_the_united_kingdom_is_near_what_was_published() -> None:
    """About 20,480 (11,218 to 32,382), from chains that are known not to settle quickly."""
    found = sampled(UNITED_KINGDOM, Sampling(4, 5_000, 500, 40))
    assert 15_000 < found.median < 25_000
    low, high = np.quantile(found.totals, [0.025, 0.975])
    assert 9_000 < low < 14_500
    assert 28_000 < high < 38_000


@pytest.mark.parametrize("threads", [2, 3])
def test_a_seed_gives_the_same_draws_by_any_number_of_threads(threads: int) -> None:
    one = sampled(KOSOVO, SHORT, seed=5, threads=1)
    many = sampled(KOSOVO, SHORT, seed=5, threads=threads)
    assert one.totals.tobytes() == many.totals.tobytes()
    assert one.seed == 5
    assert not np.array_equal(one.totals, sampled(KOSOVO, SHORT, seed=6).totals)


def test_chains_that_disagree_give_no_interval_but_their_modes() -> None:
    apart = np.concatenate([np.random.default_rng(1).normal(at, 50, (2, 500)) for at in (2e3, 9e3)])
    found = Classed(
        ("A", "B", "C"), apart, chains.r_hat(apart), chains.effective_size(apart),
        classes.modes(apart), 1,
    )  # fmt: skip
    assert found.r_hat > classes.LIMIT
    assert found.interval() == CannotEstimate(Reason.CHAINS_DISAGREE)
    assert [centre for centre, _ in found.modes] == pytest.approx([2000, 9000], rel=0.05)
    assert [share for _, share in found.modes] == [0.5, 0.5]


def test_chains_that_agree_have_an_interval_and_one_mode() -> None:
    alike = np.random.default_rng(1).normal(5000, 100, (4, 1000))
    rounded = chains.r_hat(alike)
    found = Classed(("A", "B", "C"), alike, rounded, 1.0, classes.modes(alike), 1)
    assert rounded < 1.01
    interval = found.interval()
    assert not isinstance(interval, CannotEstimate)
    assert interval == pytest.approx((4804, 5196), rel=0.005)
    assert len(found.modes) == 1


def test_draws_that_hang_together_are_worth_fewer() -> None:
    """Of a first-order chain with correlation r, a draw is worth (1 - r) / (1 + r)."""
    random = np.random.default_rng(3)
    alone = random.normal(size=(4, 4000))
    assert chains.effective_size(alone) == pytest.approx(16_000, rel=0.1)
    chained = np.empty_like(alone)
    chained[:, 0] = alone[:, 0]
    for at in range(1, alone.shape[1]):
        chained[:, at] = 0.8 * chained[:, at - 1] + 0.6 * alone[:, at]
    assert chains.effective_size(chained) == pytest.approx(16_000 / 9, rel=0.2)


def test_what_classes_cannot_read_is_refused() -> None:
    two = Table.of(("A", "B"), {"A": 5, "B": 5, "A+B": 5})
    assert classes.sample(two) == CannotEstimate(Reason.TOO_FEW_LISTS)
    assert classes.sample(cannot_overlap(SPARSE, "A+C")) == CannotEstimate(Reason.IMPOSSIBLE)
