"""The attacker finds all that can be found, so that finding nothing means something."""

import pytest
from hypothesis import given, settings

from amparo.methods.disclosure import (
    TOTAL,
    Cell,
    Interval,
    Published,
    Table,
    attack,
    subtract,
)
from amparo.methods.disclosure.attack import Contradiction
from amparo.methods.tests.enumeration import is_thinkable
from amparo.methods.tests.tables import only_small_hidden, table_of, tables

AXES = {"a": ("a0", "a1"), "b": ("b0", "b1")}


def test_one_hidden_cell_in_a_line_is_subtracted() -> None:
    published = only_small_hidden(table_of((1, 3), [20, 3, 9]), 5)
    assert subtract(published) == {("a0", "b1"): 3, (TOTAL, "b1"): 3}


def test_subtraction_goes_on_from_what_it_found() -> None:
    values: dict[Cell, int | None] = {
        ("a0", "b0"): None,
        ("a0", "b1"): 4,
        ("a1", "b0"): None,
        ("a1", "b1"): None,
        ("a0", TOTAL): 10,
        ("a1", TOTAL): None,
        (TOTAL, "b0"): 8,
        (TOTAL, "b1"): None,
        (TOTAL, TOTAL): 20,
    }
    found = subtract(Published(AXES, values, 0))
    assert [found[cell] for cell, value in values.items() if value is None] == [6, 2, 8, 10, 12]


def test_bounds_narrow_what_subtraction_leaves() -> None:
    table = table_of((2, 2), [1, 9, 2, 30])
    published = only_small_hidden(table, 5)
    assert subtract(published)[("a0", "b0")] == 1
    hidden = {("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")}
    values = {cell: None if cell in hidden else table.count(cell) for cell in table.cells()}
    assert attack(Published(AXES, values, 0))[("a0", "b0")] == Interval(0, 3)
    assert attack(Published(AXES, values, 1))[("a0", "b0")] == Interval(1, 2)


def test_a_cell_without_an_upper_end_is_said_to_have_none() -> None:
    everything = dict.fromkeys(table_of((2, 2), [1, 2, 3, 4]).cells())
    found = attack(Published(AXES, everything, 1))
    assert found[("a0", "b0")] == Interval(1, None)
    assert found[(TOTAL, TOTAL)] == Interval(4, None)


def test_whole_numbers_tell_more_than_fractions() -> None:
    """Six pairs that hold 1 and a total of 3 need two opposite corners that add to 1.5."""
    values: dict[Cell, int | None] = dict.fromkeys(table_of((2, 2, 2), [1] * 8).cells())
    for side in "01":
        a, b, c = f"a{side}", f"b{side}", f"c{side}"
        values |= {(a, b, TOTAL): 1, (a, TOTAL, c): 1, (TOTAL, b, c): 1}
    corner = ("a0", "b0", "c0")
    even = Published({**AXES, "c": ("c0", "c1")}, {**values, (TOTAL,) * 3: 4}, 0)
    assert attack(even)[corner] == Interval(0, 1)
    odd = Published(even.categories, {**values, (TOTAL,) * 3: 3}, 0)
    assert not any(is_thinkable(odd, corner, n, most=3) for n in range(4))
    with pytest.raises(Contradiction):
        attack(odd)


def test_numbers_that_cannot_all_be_true_are_refused() -> None:
    values: dict[Cell, int | None] = dict.fromkeys(table_of((2, 2), [1] * 4).cells())
    values |= {("a0", TOTAL): 3, ("a1", TOTAL): 3, (TOTAL, "b0"): 1, (TOTAL, "b1"): 1}
    with pytest.raises(Contradiction):
        attack(Published(AXES, values, 0))
    values |= {("a0", "b0"): 9}
    with pytest.raises(Contradiction, match="less than the sum"):
        subtract(Published(AXES, values, 0))


@settings(max_examples=60, deadline=None)
@given(tables([(2, 2), (2, 3), (2, 2, 2)], most=4))
def test_the_attacker_finds_exactly_what_trying_every_table_finds(table: Table) -> None:
    published = only_small_hidden(table, 4)
    total = table.count(tuple(TOTAL for _ in table.dimensions))
    if published.values[tuple(TOTAL for _ in table.dimensions)] is None:
        return
    for cell, interval in attack(published).items():
        thinkable = [n for n in range(total + 1) if is_thinkable(published, cell, n, most=6)]
        assert interval == Interval(min(thinkable), max(thinkable))


@settings(max_examples=60, deadline=None)
@given(tables([(4,), (3, 4), (3, 2, 2)], most=12))
def test_what_subtraction_finds_is_true_and_bounds_hold_the_truth(table: Table) -> None:
    published = only_small_hidden(table, 5)
    assert all(table.count(cell) == value for cell, value in subtract(published).items())
    for cell, interval in attack(published).items():
        assert interval.low <= table.count(cell)
        assert interval.high is None or table.count(cell) <= interval.high
