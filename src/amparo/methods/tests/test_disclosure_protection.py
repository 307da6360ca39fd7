"""No small count of a protected table can be worked out, by any of three attackers."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amparo.methods.disclosure import (
    TOTAL,
    Cell,
    Interval,
    Status,
    Table,
    attack,
    protect,
    search,
    subtract,
)
from amparo.methods.tests.enumeration import is_thinkable
from amparo.methods.tests.tables import (
    assert_safe,
    marks_allow,
    only_small_hidden,
    small_cells,
    table_of,
    tables,
)

COUNTS = [3, 7, 6, 4, 11, 10, 6, 5, 5, 8, 13, 10, 8, 4, 6]
COUNTS += [7, 11, 7, 3, 6, 10, 11, 9, 3, 10, 6, 8, 10, 12, 9]
SHAPES = [(1,), (5,), (4, 3), (6, 2), (1, 5), (3, 2, 2), (4, 3, 2), (2, 2, 2, 2)]


def test_every_small_count_is_hidden_and_every_number_shown_is_true() -> None:
    table = table_of((3, 3), [1, 9, 7, 30, 4, 12, 8, 25, 40])
    protected = protect(table)
    assert protected.status[("a0", "b0")] is protected.status[("a1", "b1")] is Status.PRIMARY
    for cell, value in protected.published.values.items():
        assert value in (None, table.count(cell))
        assert (value is None) == (protected.status[cell] != Status.PUBLISHED)
    assert_safe(protected)


def test_a_table_without_small_counts_is_published_whole() -> None:
    protected = protect(table_of((2, 3), [5, 0, 17, 80, 6, 0]))
    assert protected.published.hidden == ()
    assert protected.changes == ()


def test_the_least_is_hidden_where_four_corners_do() -> None:
    protected = protect(table_of((3, 3), [1, 20, 90, 20, 90, 90, 90, 90, 90]))
    assert set(protected.published.hidden) == set(product(["a0", "a1"], ["b0", "b1"]))


@pytest.mark.parametrize("count", [1, 4])
def test_a_small_table_of_one_cell_hides_its_total_too(count: int) -> None:
    protected = protect(table_of((1,), [count]))
    assert protected.published.values == {("a0",): None, (TOTAL,): None}
    assert attack(protected.published)[("a0",)] == Interval(1, None)


def test_a_total_below_the_threshold_is_hidden() -> None:
    protected = protect(table_of((2, 2), [1, 1, 1, 1]))
    assert set(protected.status.values()) == {Status.PRIMARY}
    assert_safe(protected)


def test_a_lone_small_cell_beside_zeros_cannot_be_told_from_its_margins() -> None:
    protected = protect(table_of((2, 3), [0, 3, 0, 50, 60, 70]))
    assert protected.published.values[("a0", TOTAL)] is None
    assert protected.published.values[("a0", "b0")] == 0
    assert_safe(protected)


def test_two_small_cells_that_add_to_a_small_known_sum_are_not_enough() -> None:
    """100 less 50 and 46 leaves 4 for two cells: both would be known to be small."""
    protected = protect(table_of((4,), [50, 46, 2, 2]))
    assert protected.status[("a1",)] is Status.SECONDARY
    assert_safe(protected)


def test_an_empty_table_is_published_or_hidden_as_asked() -> None:
    empty = table_of((2, 2), [0, 0, 0, 0])
    assert protect(empty).published.hidden == ()
    assert len(protect(empty, hide_zeros=True).published.hidden) == 9


def test_hidden_zeros_leave_it_open_whether_anybody_is_there() -> None:
    protected = protect(table_of((3, 3), [0, 9, 7, 30, 2, 12, 8, 25, 0]), hide_zeros=True)
    assert 0 not in protected.published.values.values()
    assert_safe(protected)


def test_impossible_cells_are_published_and_never_used_as_a_screen() -> None:
    categories = {"a": ["a0", "a1"], "b": ["b0", "b1"]}
    cells: dict[Cell, int] = {("a0", "b0"): 2, ("a0", "b1"): 0, ("a1", "b0"): 30, ("a1", "b1"): 40}
    table = Table.from_cells(categories, cells, impossible=[("a0", "b1")])
    protected = protect(table, hide_zeros=True)
    assert protected.published.values[("a0", "b1")] == 0
    assert_safe(protected)


def test_what_is_published_does_not_tell_why_a_cell_is_hidden() -> None:
    published = protect(table_of((3,), [1, 50, 60])).published
    assert {published.values[cell] for cell in published.hidden} == {None}
    assert {type(value) for value in published.values.values()} == {int, type(None)}


def test_a_threshold_that_hides_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="below 2"):
        protect(table_of((2,), [1, 2]), threshold=1)


def test_the_plain_rule_leaks_on_the_table_that_ours_holds() -> None:
    table = table_of((3, 3), [1, 9, 7, 30, 14, 12, 8, 25, 40])
    assert subtract(only_small_hidden(table, 5)) == {("a0", "b0"): 1}
    assert subtract(protect(table).published) == {}


@settings(max_examples=80, deadline=None)
@given(tables(SHAPES, most=30), st.integers(2, 8), st.booleans())
def test_no_attacker_learns_a_small_count(table: Table, threshold: int, zeros: bool) -> None:
    assert_safe(protect(table, threshold, hide_zeros=zeros))


@settings(max_examples=60, deadline=None)
@given(tables([(3,), (2, 2), (2, 3), (2, 2, 2)], most=5), st.booleans())
def test_no_small_count_is_settled_by_trying_every_table(table: Table, zeros: bool) -> None:
    protected = protect(table, 3, hide_zeros=zeros)
    most = int(table.full[tuple(slice(0, -1) for _ in table.dimensions)].max()) + 3
    for cell in small_cells(protected):
        wanted = [3, marks_allow(protected, cell)]
        assert all(is_thinkable(protected.published, cell, n, most=most) for n in wanted)


@settings(max_examples=25, deadline=None)
@given(tables(SHAPES, most=30))
def test_the_same_table_is_always_protected_the_same_way(table: Table) -> None:
    first, again = protect(table), protect(table)
    assert first.published == again.published
    assert first.status == again.status


@settings(max_examples=15, deadline=None)
@given(tables([(5,), (4, 3), (3, 2, 2)], most=30))
def test_no_hidden_cell_could_be_spared(table: Table) -> None:
    """Publishing any one secondary cell more would give a small count away."""
    protected = protect(table)
    published = protected.published
    extra = [cell for cell, status in protected.status.items() if status is Status.SECONDARY]
    for cell in extra:
        more = {**published.values, cell: table.count(cell)}
        found = attack(type(published)(published.categories, more, 1))
        assert any(
            found[small].shows_small(5) or found[small].low > marks_allow(protected, small)
            for small in small_cells(protected)
        )


def test_where_the_work_is_cut_off_more_is_hidden_and_all_is_safe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = table_of((5, 3, 2), COUNTS)
    full = protect(table)
    monkeypatch.setattr(search, "MOST_WORK", 0)
    cut = protect(table)
    assert set(full.published.hidden) < set(cut.published.hidden)
    assert_safe(cut)
