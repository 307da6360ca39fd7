"""Whatever the table, an answer is a finite number of at least those seen, or a named refusal."""

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.methods.estimation import bounds, graphs, selection, stepwise
from amparo.methods.estimation.methods import by_criterion
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Table

COUNT = st.sampled_from([0, 0, 0, 1, 2, 7, 500, 10**6, 2 * 10**9])
ANY = st.lists(COUNT, min_size=7, max_size=7)


def three(counts: list[int]) -> Table:
    return Table(("A", "B", "C"), {at: n for at, n in enumerate(counts, 1) if n})


def answers(table: Table) -> dict[str, float | CannotEstimate]:
    ranked, walked = selection.rank(table), stepwise.path(table)
    averaged, simple = graphs.average(table, points=50), bounds.chapman(table, "A", "B")
    found: dict[str, float | CannotEstimate] = {
        "rank": ranked if isinstance(ranked, CannotEstimate) else ranked.estimate,
        "average": ranked if isinstance(ranked, CannotEstimate) else ranked.average,
        "path": walked if isinstance(walked, CannotEstimate) else walked.steps[-1].total,
        "graphs": averaged if isinstance(averaged, CannotEstimate) else averaged.posterior.mean,
        "chapman": simple if isinstance(simple, CannotEstimate) else simple.total,
    }
    for name, bound in (("chao", bounds.chao(table)), ("by_list", bounds.chao_by_list(table))):
        found[name] = bound if isinstance(bound, CannotEstimate) else bound.total
    return found


@settings(max_examples=200)
@given(ANY)
def test_every_method_gives_a_finite_number_or_a_reason(counts: list[int]) -> None:
    table = three(counts)
    refused = table.refusal()
    for name, answer in answers(table).items():
        if isinstance(answer, CannotEstimate):
            assert answer.reason in Reason
            continue
        assert refused is None or name == "chapman"
        least = table.on(1) + table.on(2) - table.on(3) if name == "chapman" else table.people
        assert isfinite(answer)
        assert answer >= least * (1 - 1e-6)


@settings(max_examples=30)
@given(ANY)
def test_an_interval_holds_finite_ends_in_order_or_is_refused(counts: list[int]) -> None:
    found = by_criterion(2).interval(three(counts), samples=40)
    if isinstance(found, CannotEstimate):
        assert found.reason in Reason
    else:
        assert isfinite(found.low)
        assert isfinite(found.high)
        assert found.low <= found.high


def test_more_people_than_can_be_counted_exactly_are_refused() -> None:
    huge = Table.of(("A", "B"), {"A": 10**9, "B": 10**9, "A+B": 10**8})
    assert set(answers_of_two(huge)) == {CannotEstimate(Reason.TOO_LARGE)}


def answers_of_two(table: Table) -> list[object]:
    return [
        selection.rank(table), stepwise.path(table), graphs.average(table), bounds.chao(table),
        bounds.chapman(table, "A", "B"),
    ]  # fmt: skip
