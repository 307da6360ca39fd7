"""What an estimate hangs on is said beside it: what no table can test, each list, each link."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.estimation import linkage, sensitivity
from amparo.methods.estimation.linkage import Checked, Rates
from amparo.methods.estimation.methods import by_criterion, by_steps
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Table, TableError
from amparo.methods.tests.estimation_tables import KOSOVO, UNITED_KINGDOM

TWO = Table.of(("a", "b"), {"a": 700, "b": 500, "a+b": 100})
INDEPENDENCE = by_criterion(1)


def test_what_no_table_can_test_multiplies_the_unseen() -> None:
    found = sensitivity.untestable(TWO, TWO.people + 3500)
    assert found == {0.25: 2175, 0.5: 3050, 1.0: 4800, 2.0: 8300, 4.0: 15_300}


def test_every_list_is_dropped_and_every_pair_merged() -> None:
    dropped = sensitivity.dropping(UNITED_KINGDOM, INDEPENDENCE)
    assert set(dropped) == set(UNITED_KINGDOM.lists)
    assert len(sensitivity.merging(UNITED_KINGDOM, INDEPENDENCE)) == 10
    assert sensitivity.dropping(TWO, INDEPENDENCE)["a"] == CannotEstimate(Reason.ONE_LIST)
    assert sensitivity.merging(TWO, INDEPENDENCE) == {"a+b": CannotEstimate(Reason.ONE_LIST)}


def test_a_list_held_out_is_the_truth_that_the_others_look_for() -> None:
    """Four lists that each see half of everybody: of one list's 800 the others saw 700."""
    even = Table(tuple("ABCD"), dict.fromkeys(range(1, 16), 100))
    for each in sensitivity.holding_out(even, INDEPENDENCE, samples=100):
        assert (each.known, each.seen) == (800, 700)
        assert each.total == pytest.approx(800)
        assert each.bias == pytest.approx(1)
        assert each.is_covered


def test_a_list_whose_people_no_two_others_share_cannot_be_held_out() -> None:
    found = {each.name: each for each in sensitivity.holding_out(TWO, INDEPENDENCE, samples=20)}
    assert found["a"].total == CannotEstimate(Reason.ONE_LIST)
    assert found["a"].bias is None
    assert found["a"].is_covered is None


def test_two_lists_are_corrected_by_the_share_of_links_that_were_made() -> None:
    counts = linkage.correct(TWO, missed=0.2)
    assert counts.tolist() == pytest.approx([0, 675, 475, 125])
    assert INDEPENDENCE.total(TWO.with_counts(counts)) == pytest.approx(800 * 600 / 125)


def test_false_links_are_taken_apart() -> None:
    assert linkage.correct(TWO, 0.0, false=0.1).tolist() == pytest.approx([0, 710, 510, 90])


@given(st.floats(0, 0.5), st.lists(st.integers(0, 50), min_size=4, max_size=4))
def test_the_correction_undoes_what_missing_does(missed: float, shared: list[int]) -> None:
    """Three lists, whose links are missed as expected, come back as they were."""
    true = Table.of(
        ("a", "b", "c"),
        {"a": 900, "b": 800, "c": 700}
        | dict(zip(("a+b", "a+c", "b+c", "a+b+c"), shared, strict=True)),
    )
    seen = true.vector()
    for history in true.histories:
        if history.bit_count() > 1:
            for part, chance in linkage.parts(history, (1 - missed) ** 0.5).items():
                linkage.part_ways(seen, history, part, true.counts[history] * chance)
    # A table holds whole people; the correction is linear, so a thousandfold keeps the figures.
    scaled = true.with_counts(np.round(seen * 1e6))
    assert linkage.correct(scaled, missed) / 1e6 == pytest.approx(true.vector(), abs=1e-3)


@given(st.integers(0, 2**32), st.floats(0, 0.3))
def test_drawn_tables_keep_every_record(seed: int, missed: float) -> None:
    rates = Rates(missed=Checked(round(100 * missed), 100), false=Checked(5, 100))
    counts = linkage.draw(KOSOVO, rates, np.random.default_rng(seed))
    bits = [1 << at for at in range(4)]
    cells = np.arange(16)
    on = [counts[cells & bit == bit].sum() for bit in bits]
    assert on == [KOSOVO.on(bit) for bit in bits]
    assert (counts >= 0).all()
    assert (counts == np.round(counts)).all()


def test_tables_drawn_are_on_average_the_corrected_one() -> None:
    rates = Rates(missed=Checked(10_000, 100_000))
    random = np.random.default_rng(1)
    mean = np.mean([linkage.draw(KOSOVO, rates, random) for _ in range(400)], axis=0)
    assert mean == pytest.approx(linkage.correct(KOSOVO, 0.1), rel=0.03, abs=2)


def test_missed_links_lower_the_estimate_and_widen_its_interval() -> None:
    method = by_criterion(2)
    sure = linkage.propagate(KOSOVO, method, Rates(), samples=300)
    unsure = linkage.propagate(KOSOVO, method, Rates(Checked(10, 100)), samples=300)
    assert isinstance(sure, linkage.Propagated)
    assert isinstance(unsure, linkage.Propagated)
    assert sure.corrected == sure.as_linked == unsure.as_linked
    assert isinstance(unsure.as_linked, float)
    assert unsure.corrected < unsure.as_linked
    assert unsure.low < unsure.corrected < unsure.high
    assert (unsure.high - unsure.low) / unsure.corrected > (sure.high - sure.low) / sure.corrected


def test_the_same_seed_draws_the_same_tables() -> None:
    rates = Rates(missed=Checked(3, 50))
    found = [linkage.propagate(KOSOVO, by_steps(), rates, samples=20) for _ in range(2)]
    assert found[0] == found[1]


def test_more_wrong_than_looked_at_is_no_check() -> None:
    with pytest.raises(TableError):
        Checked(4, 3)
