"""The compiled fits agree with a plain one, existence with the linear programme, and order with
nothing."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amparo.methods.estimation import (
    existence,
    graphs,
    loglinear,
    models,
    search,
    selection,
    stepwise,
)
from amparo.methods.estimation.models import Model
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import cannot_capture, cannot_overlap, keep
from amparo.methods.estimation.table import Table
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM, plain_fit

FULL = st.lists(st.integers(1, 400), min_size=15, max_size=15)
HOLES = st.lists(st.sampled_from([0, 0, 0, 1, 2, 30]), min_size=15, max_size=15)
FOUR = st.sampled_from(models.hierarchical(4))


def four(counts: Sequence[int]) -> Table:
    return Table(tuple("ABCD"), {at: count for at, count in enumerate(counts, 1) if count})


@given(FULL, FOUR)
def test_a_compiled_fit_is_the_plain_one(counts: list[int], model: Model) -> None:
    table = four(counts)
    found, expected = loglinear.fit(table, model), plain_fit(table, model)
    assert isinstance(found, loglinear.Fit)
    assert expected is not None
    assert found.unseen == pytest.approx(expected[0], rel=1e-6)
    likelihood = found.likelihood + loglinear.factorials(table)
    assert likelihood == pytest.approx(expected[1], rel=1e-9, abs=1e-6)


@given(FULL, FOUR)
def test_a_fit_reproduces_the_margins_of_its_parameters(counts: list[int], model: Model) -> None:
    table = four(counts)
    found = loglinear.fit(table, model)
    assert isinstance(found, loglinear.Fit)
    cells = np.arange(table.size)
    for mask in model:
        margin = found.expected[(cells & mask == mask) & (cells > 0)].sum()
        assert margin == pytest.approx(table.on(mask), rel=1e-6)


@settings(max_examples=300)
@given(HOLES, FOUR)
def test_whether_an_estimate_exists_is_what_the_linear_programme_says(
    counts: list[int], model: Model
) -> None:
    table = four(counts)
    assume(table.refusal() is None)
    found = loglinear.fit(table, model)
    reason = found.reason if isinstance(found, CannotEstimate) else None
    assert reason == existence.why_not(table, model)


def test_nothing_among_the_models_of_two_published_tables_is_left_to_the_programme() -> None:
    for table, step in ((KOSOVO, 1), (UNITED_KINGDOM, 41)):
        some = models.hierarchical(len(table.lists))[::step]
        found = loglinear.fit_all(table, some)
        for at, each in enumerate(some):
            expected = existence.why_not(table, each)
            assert loglinear.WHY.get(int(found.status[at])) == expected


def test_what_newtons_method_leaves_open_the_linear_programme_settles() -> None:
    chosen = [("A+C", "B+C"), ("A+B",), ("A+B", "A+C", "B+C")]
    some = [models.model([SPARSE.history(name) for name in names], 3) for names in chosen]
    results = np.full((3, 3), float(loglinear.UNSURE))
    loglinear._settle(SPARSE, some, results)
    assert results[:, 0].tolist() == [0, 2, 1]


@given(st.permutations(UNITED_KINGDOM.lists))
@settings(max_examples=10)
def test_the_order_of_the_lists_changes_no_estimate(order: list[str]) -> None:
    moved = keep(UNITED_KINGDOM, order)
    for ours, theirs in zip(estimates(UNITED_KINGDOM), estimates(moved), strict=True):
        assert ours == pytest.approx(theirs, rel=1e-9)


def estimates(table: Table) -> tuple[float, ...]:
    ranked, walked = selection.rank(table, 2), stepwise.path(table)
    averaged = graphs.average(table)
    assert isinstance(ranked, selection.Ranked)
    assert isinstance(walked, stepwise.Path)
    assert isinstance(averaged, graphs.Averaged)
    return ranked.estimate, ranked.average, walked.steps[-1].total, averaged.posterior.median


def test_a_list_that_nobody_is_on_changes_no_estimate() -> None:
    wider = Table((*KOSOVO.lists, "never"), KOSOVO.counts)
    assert estimates(wider) == estimates(KOSOVO)


@pytest.mark.parametrize("threads", [1, 2, 3, 7])
def test_any_number_of_threads_gives_the_same_to_the_last_bit(threads: int) -> None:
    one, many = (selection.rank(UNITED_KINGDOM, threads=each) for each in (1, threads))
    assert isinstance(one, selection.Ranked)
    assert isinstance(many, selection.Ranked)
    assert one.models == many.models
    assert one.total.tobytes() == many.total.tobytes()
    apart = [graphs.average(UNITED_KINGDOM, threads=each) for each in (1, threads)]
    weights = [
        each.posterior.weight.tobytes() for each in apart if isinstance(each, graphs.Averaged)
    ]
    assert len(weights) == 2
    assert weights[0] == weights[1]


def test_histories_that_cannot_occur_are_expected_nowhere() -> None:
    """What cannot be there says nothing on how two lists go together."""
    table = cannot_overlap(cannot_overlap(SPARSE, "A+C"), "B+C")
    found = loglinear.fit(table, models.independence(3))
    assert isinstance(found, loglinear.Fit)
    assert found.unseen == pytest.approx(200)
    assert found.expected[SPARSE.history("A+C")] == 0


def test_a_list_that_could_not_capture_anybody_is_as_if_it_were_not_there() -> None:
    wider = cannot_capture(Table((*KOSOVO.lists, "other"), KOSOVO.counts), ["other"])
    ours, theirs = selection.rank(wider), selection.rank(KOSOVO)
    assert isinstance(ours, selection.Ranked)
    assert isinstance(theirs, selection.Ranked)
    assert ours.estimate == theirs.estimate


def test_a_bounded_search_finds_the_best_of_all_where_all_can_be_tried() -> None:
    for table, order in ((KOSOVO, 3), (UNITED_KINGDOM, 2), (UNITED_KINGDOM, 4)):
        found, best = search.search(table, order), selection.rank(table, order)
        assert isinstance(found, selection.Ranked)
        assert isinstance(best, selection.Ranked)
        assert found.best == best.best
        assert found.of < best.of or table is KOSOVO
        assert not found.all_of_them


def test_above_what_can_be_tried_one_by_one_the_refusal_says_so() -> None:
    wide = Table(tuple("ABCDEFG"), dict.fromkeys(range(1, 128), 3))
    assert selection.rank(wide) == CannotEstimate(Reason.TOO_MANY_LISTS)
    assert graphs.average(wide) == CannotEstimate(Reason.TOO_MANY_LISTS)
    assert isinstance(search.search(wide, most=300), selection.Ranked)
