"""Strata add up, lean on one another where they say little, and are not shown where few overlap."""

import numpy as np
import pytest

from amparo.methods.estimation import selection, strata
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import cannot_capture, pooled
from amparo.methods.estimation.strata import Stratified
from amparo.methods.estimation.table import Table, TableError
from amparo.methods.tests.estimation_tables import KOSOVO

NAMES = ("sex", "year")


def drawn(people: int, chance: float, seed: int, lists: int = 3) -> Table:
    """So many people, each list with the same chance for each: who is seen on which."""
    on = np.random.default_rng(seed).random((people, lists)) < chance
    histories = (on << np.arange(lists)).sum(axis=1)
    return Table(tuple("ABC"[:lists])).with_counts(np.bincount(histories, minlength=1 << lists))


TABLES: dict[strata.Key, Table] = {
    ("f", "2024"): drawn(3000, 0.2, 1),
    ("f", "2025"): drawn(2000, 0.2, 2),
    ("m", "2024"): drawn(2500, 0.1, 3),
    ("m", "2025"): drawn(60, 0.1, 4),
}


def stratified(tables: dict[tuple[str, ...], Table]) -> Stratified:
    found = strata.stratify(NAMES, tables)
    assert isinstance(found, Stratified)
    return found


def test_every_margin_adds_up_to_the_total() -> None:
    found = stratified(TABLES)
    for names in ((), ("sex",), ("year",), ("sex", "year"), ("year", "sex")):
        assert sum(found.margin(*names).values()) == pytest.approx(found.total)
    assert found.margin("sex")["f",] == pytest.approx(5000, rel=0.15)


def test_a_stratum_that_says_little_leans_on_the_others() -> None:
    found = stratified(TABLES)
    few, many = found.strata["m", "2025"], found.strata["f", "2024"]
    assert few.weight < many.weight
    assert many.unseen == pytest.approx(many.own, rel=0.1)


def test_a_stratum_without_an_estimate_takes_the_mean_of_all_and_is_not_shown() -> None:
    nobody_shared = Table.of(("A", "B", "C"), {"A": 4, "B": 3})
    found = stratified({**TABLES, ("m", "2026"): nobody_shared})
    part = found.strata["m", "2026"]
    assert part.own == CannotEstimate(Reason.NO_OVERLAP)
    assert part.unseen == pytest.approx(7 * found.mean)
    assert part.shown == CannotEstimate(Reason.FEW_OVERLAPS)
    assert found.strata["f", "2024"].shown == pytest.approx(
        found.strata["f", "2024"].seen + found.strata["f", "2024"].unseen
    )


def test_a_stratum_cut_in_two_alike_halves_changes_nothing() -> None:
    """Each half by itself says the same ratio, and so does the whole."""
    half = Table(KOSOVO.lists, {h: 4 * n for h, n in KOSOVO.counts.items()})
    whole = pooled([half, half])
    one = strata.stratify(("part",), {("all",): whole})
    two = strata.stratify(("part",), {("a",): half, ("b",): half})
    ranked = selection.rank(whole)
    assert isinstance(one, Stratified)
    assert isinstance(two, Stratified)
    assert isinstance(ranked, selection.Ranked)
    assert one.total == pytest.approx(ranked.estimate)
    assert two.total == pytest.approx(one.total)
    assert two.apart == pytest.approx(0)


def test_a_list_that_could_not_capture_in_a_stratum_is_left_out_there() -> None:
    absent = cannot_capture(Table.of(("A", "B", "C"), {"A": 300, "B": 250, "A+B": 60}), ["C"])
    found = stratified({**TABLES, ("m", "2026"): absent})
    assert found.strata["m", "2026"].own == pytest.approx(300 * 250 / 60)


def test_intervals_of_margins_hold_the_truth_and_repeat() -> None:
    first, again = (strata.spread(NAMES, TABLES, by=("sex",), samples=60, seed=3) for _ in range(2))
    assert first == again
    assert isinstance(first, strata.Spread)
    low, high = first.intervals["f",]
    assert low < 5000 < high


def test_strata_have_the_same_lists_and_a_value_for_each_covariate() -> None:
    with pytest.raises(TableError, match="same lists"):
        strata.stratify(("sex",), {("f",): KOSOVO, ("m",): TABLES["f", "2024"]})
    with pytest.raises(TableError, match="value for each"):
        strata.stratify(("sex",), TABLES)
