"""Published estimates come out to the person."""

import pytest

from amparo.methods.estimation import bounds, graphs, loglinear, models, selection, stepwise
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Table
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM


@pytest.mark.parametrize(
    ("table", "order", "published"),
    [
        (UNITED_KINGDOM, None, 25_311),
        (UNITED_KINGDOM, 2, 22_991),
        (UNITED_KINGDOM, 1, 13_444),
        (KOSOVO, None, 10_357),
        (KOSOVO, 2, 14_342),
    ],
)
def test_the_best_model_by_bic(table: Table, order: int | None, published: int) -> None:
    found = selection.rank(table, order)
    assert isinstance(found, selection.Ranked)
    assert found.estimate == pytest.approx(published, abs=0.5)


def test_the_best_model_of_five_lists_was_chosen_of_all() -> None:
    found = selection.rank(UNITED_KINGDOM)
    assert isinstance(found, selection.Ranked)
    assert (found.of, found.all_of_them) == (6893, True)
    named = {UNITED_KINGDOM.name(mask) for mask in models.maximal(found.best)}
    assert named == {"NG+GP", "X+GO", "LA+NG+X"}
    assert found.weight.sum() == pytest.approx(1)
    assert found.spread[0] < found.average < found.spread[1]


@pytest.mark.parametrize(
    ("threshold", "published"), [(0.02, 11_313), (0.01, 12_262), (0.001, 13_101)]
)
def test_pairs_chosen_at_a_threshold(threshold: float, published: int) -> None:
    found = stepwise.path(UNITED_KINGDOM, threshold)
    assert isinstance(found, stepwise.Path)
    assert found.steps[-1].total == pytest.approx(published, abs=0.5)


def test_one_path_is_every_rung_of_the_ladder() -> None:
    rungs = stepwise.ladder(UNITED_KINGDOM)
    assert isinstance(rungs, dict)
    for threshold, step in rungs.items():
        alone = stepwise.path(UNITED_KINGDOM, threshold)
        assert isinstance(alone, stepwise.Path)
        assert alone.steps[-1] == step


@pytest.mark.parametrize(
    ("table", "count", "published", "interval"),
    [
        (UNITED_KINGDOM, 822, 23_016, (10_408, 33_481)),
        (KOSOVO, 61, 12_593, (9_818, 16_557)),
    ],
)
def test_decomposable_graphs_averaged(
    table: Table, count: int, published: int, interval: tuple[int, int]
) -> None:
    found = graphs.average(table)
    assert isinstance(found, graphs.Averaged)
    assert found.graphs == count
    assert found.posterior.median == pytest.approx(published, abs=0.5)
    assert found.posterior.interval() == pytest.approx(interval, abs=0.5)


def test_the_prior_of_a_cell_rules_the_average_over_graphs() -> None:
    found = graphs.average(UNITED_KINGDOM)
    assert isinstance(found, graphs.Averaged)
    assert found.flat.median == pytest.approx(2_745, abs=0.5)


def test_a_finer_grid_says_how_coarse_the_published_one_is() -> None:
    published, finer = graphs.average(KOSOVO), graphs.average(KOSOVO, points=20_000)
    assert isinstance(published, graphs.Averaged)
    assert isinstance(finer, graphs.Averaged)
    assert finer.posterior.resolution < published.posterior.resolution
    apart = abs(finer.posterior.median - published.posterior.median)
    assert apart <= published.posterior.resolution


def test_there_are_as_many_decomposable_graphs_as_published() -> None:
    counts = [len(graphs.chordal(lists)[0]) for lists in (3, 4, 5, 6)]
    assert counts == [8, 61, 822, 18_154]


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        (("A+B", "A+C", "B+C"), Reason.NOT_IDENTIFIABLE),
        (("A+B",), Reason.NO_FINITE_ESTIMATE),
        (("A+B", "A+C"), Reason.NO_FINITE_ESTIMATE),
        (("A+B", "B+C"), Reason.NO_FINITE_ESTIMATE),
    ],
)
def test_a_model_without_an_estimate_says_why(chosen: tuple[str, ...], why: Reason) -> None:
    parameters = [SPARSE.history(name) for name in chosen]
    assert loglinear.fit(SPARSE, models.model(parameters, 3)) == CannotEstimate(why)


def test_pairs_that_share_nobody_are_minus_infinity_and_the_rest_is_estimated() -> None:
    parameters = [SPARSE.history(name) for name in ("A+C", "B+C")]
    found = loglinear.fit(SPARSE, models.model(parameters, 3))
    assert isinstance(found, loglinear.Fit)
    assert found.unseen == pytest.approx(40 * 30 / 6)
    assert found.parameters[SPARSE.history("A+C")] == float("-inf")


def test_two_lists_by_chapman_and_nobody_shared_is_refused() -> None:
    found = bounds.chapman(UNITED_KINGDOM, "NG", "X")
    assert isinstance(found, bounds.Simple)
    assert found.total == pytest.approx(568 * 1170 / 69 - 1)
    assert bounds.chapman(UNITED_KINGDOM, "LA", "GP") == CannotEstimate(Reason.NO_OVERLAP)


def test_at_least_is_the_truth_where_people_and_lists_are_alike() -> None:
    """A thousand people, four lists that each see one in two: 62.5 of a thousand on none."""
    even = Table(tuple("ABCD"), dict.fromkeys(range(1, 16), 100))
    for found in (bounds.chao(even), bounds.chao_by_list(even)):
        assert isinstance(found, bounds.Simple)
        assert found.total == pytest.approx(1600)
