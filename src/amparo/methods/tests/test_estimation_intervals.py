"""Intervals choose the model anew in each sample, and say what they cannot say."""

import numpy as np
import pytest

from amparo.methods.estimation import bootstrap, selection, stepwise
from amparo.methods.estimation.bootstrap import Interval, Matrix
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Floats, Table
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM

# The published ends come from a thousand samples too: the difference of two such figures.
WITHIN = 3 * 2**0.5


def near(found: Interval | CannotEstimate, published: tuple[int, int]) -> None:
    assert isinstance(found, Interval)
    for ours, theirs, error in zip((found.low, found.high), published, found.errors, strict=True):
        assert abs(ours - theirs) <= WITHIN * max(error, 0.01 * ours)


def test_stepwise_interval_of_the_united_kingdom() -> None:
    near(bootstrap.bca(UNITED_KINGDOM, stepwise.totals(UNITED_KINGDOM)), (8_785, 14_701))


@pytest.mark.parametrize(("order", "published"), [(None, (6_947, 18_010)), (2, (12_451, 16_273))])
def test_bic_intervals_of_kosovo(order: int | None, published: tuple[int, int]) -> None:
    totals = selection.totals(KOSOVO, order)
    assert not isinstance(totals, CannotEstimate)
    near(bootstrap.bca(KOSOVO, totals), published)


def test_a_seed_gives_the_same_interval_by_any_number_of_threads() -> None:
    found = []
    for threads in (1, 2, 5):
        totals = selection.totals(KOSOVO, 2, threads=threads)
        assert not isinstance(totals, CannotEstimate)
        found.append(bootstrap.bca(KOSOVO, totals, samples=50, seed=7))
    assert isinstance(found[0], Interval)
    assert found[0] == found[1] == found[2]
    assert found[0].seed == 7


def test_many_tables_at_once_are_each_ranked_as_alone() -> None:
    totals = selection.totals(UNITED_KINGDOM, 2)
    assert not isinstance(totals, CannotEstimate)
    tables = bootstrap.resampled(UNITED_KINGDOM, 20, seed=3)
    for total, counts in zip(totals(tables), tables, strict=True):
        alone = selection.rank(UNITED_KINGDOM.with_counts(counts), 2)
        assert isinstance(alone, selection.Ranked)
        assert total == pytest.approx(alone.estimate, rel=1e-6)


def test_among_the_best_models_alone_an_interval_is_no_wider() -> None:
    widths = []
    for top in (1, None):
        totals = selection.totals(KOSOVO, top=top)
        assert not isinstance(totals, CannotEstimate)
        found = bootstrap.bca(KOSOVO, totals, samples=200)
        assert isinstance(found, Interval)
        widths.append(found.high - found.low)
    assert widths[0] < widths[1]


def test_samples_keep_the_number_of_people_and_the_histories_seen() -> None:
    tables = bootstrap.resampled(SPARSE, 200, seed=1)
    assert (tables.sum(axis=1) == SPARSE.people).all()
    assert (tables[:, SPARSE.vector() == 0] == 0).all()


def test_samples_without_an_estimate_count_as_larger_than_any() -> None:
    table = Table.of(("A", "B"), {"A": 30, "B": 30, "A+B": 3})
    found = bootstrap.bca(table, stepwise.totals(table), samples=400)
    assert found == CannotEstimate(Reason.FAILED_SAMPLES)


def test_samples_that_all_agree_give_no_interval() -> None:
    def always(tables: Matrix) -> Floats:
        return np.full(len(tables), 5000.0)

    assert bootstrap.bca(KOSOVO, always, samples=20) == CannotEstimate(Reason.ONE_VALUE)


def test_a_quantile_is_the_median_unbiased_one() -> None:
    ordered = np.sort(np.random.default_rng(1).normal(size=101))
    for share in (0.0, 0.01, 0.3, 0.5, 0.975, 1.0):
        expected = np.quantile(ordered, share, method="median_unbiased")
        assert bootstrap.quantile(ordered, share) == pytest.approx(expected)
