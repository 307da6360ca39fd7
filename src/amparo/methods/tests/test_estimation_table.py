"""Capture histories are counted, read and reshaped, and a table that tells nothing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.estimation.models import hierarchical, maximal, model, pairs
from amparo.methods.estimation.reading import read, read_strata
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.reshaping import (
    cannot_capture,
    cannot_overlap,
    informative,
    keep,
    merged,
    pooled,
    without,
)
from amparo.methods.estimation.table import MOST_PEOPLE, Table, TableError
from amparo.methods.tests.estimation_tables import KOSOVO, SPARSE, UNITED_KINGDOM

HISTORIES = "a,b,count\n1,0,5\n0,1,3\n1,1,2\n"
PEOPLE = "a;b\n" + "1;0\n" * 5 + "0;1\n" * 3 + "1;1\n" * 2
OVERLAPS = "lists\tcount\na\t5\nb\t2\nb\t1\na+b\t2\n"


def test_the_three_forms_of_a_file_say_the_same() -> None:
    assert read(HISTORIES) == read(PEOPLE) == read(OVERLAPS)
    assert read(HISTORIES).counts == {1: 5, 2: 3, 3: 2}


def test_strata_of_a_file_add_up_to_the_whole() -> None:
    text = "sex,a,b,count\nf,1,0,3\nf,0,1,3\nm,1,0,2\nf,1,1,1\nm,1,1,1\n"
    strata = read_strata(text, ["sex"])
    assert set(strata) == {("f",), ("m",)}
    assert strata[("m",)].counts == {1: 2, 3: 1}
    assert pooled(strata.values()).counts == read(HISTORIES).counts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a,b\n", "no row"),
        ("a,a\n1,0\n", "same name"),
        ("a,b\n1,0\n1\n", "Line 3: 1 cells, not 2"),
        ("a,b\n1,2\n", "Line 2: b: '2' is neither 0 nor 1"),
        ("a,b\n0,0\n", "Line 2: on no list"),
        ("a,b,count\n1,0,-1\n", "Line 2: count: '-1'"),
        ("lists,count\na,1\na+,2\n", "A list needs a name"),
        ("a,b,id\n1,0,77\n", "id: '77'"),
    ],
)
def test_a_file_that_says_something_else_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        read(text)


def test_other_columns_are_left_out_if_the_lists_are_named() -> None:
    assert read("id,a,b\n77,1,0\n78,1,1\n", ["a", "b"]).counts == {1: 1, 3: 1}


def test_a_table_takes_no_count_below_zero_no_unknown_history_and_nobody_where_nobody_can_be() -> (
    None
):
    for counts in ({1: -1}, {4: 1}, {0: 1}):
        with pytest.raises(TableError):
            Table(("a", "b"), counts)
    with pytest.raises(TableError, match=r"a\+b: 2 people where nobody can be"):
        Table(("a", "b"), {3: 2}, frozenset({3}))
    with pytest.raises(TableError, match="11 lists"):
        Table(tuple("abcdefghijk"))


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ({}, Reason.NOBODY),
        ({"A": 5}, Reason.ONE_LIST),
        ({"A+B": 5}, Reason.ONE_CELL),
        ({"A": 5, "B": 6, "C": 7}, Reason.NO_OVERLAP),
        ({"A": MOST_PEOPLE, "B": 6, "A+B": 7}, Reason.TOO_LARGE),
    ],
)
def test_a_table_that_no_method_can_read_says_why(counts: dict[str, int], reason: Reason) -> None:
    assert Table.of(("A", "B", "C"), counts).refusal() == CannotEstimate(reason)


def test_lists_that_tell_nothing_are_left_out() -> None:
    wider = Table.of(("LA", "never", "NG"), {"LA": 3, "NG": 4, "LA+NG": 2})
    assert informative(wider) == Table.of(("LA", "NG"), {"LA": 3, "NG": 4, "LA+NG": 2})
    twice = Table.of(("a", "b", "again"), {"a+again": 3, "b": 4, "a+b+again": 2})
    assert informative(twice) == Table.of(("a", "b"), {"a": 3, "b": 4, "a+b": 2})
    assert informative(UNITED_KINGDOM) is UNITED_KINGDOM


def test_a_list_is_dropped_and_two_are_merged() -> None:
    fewer = without(UNITED_KINGDOM, "GP")
    assert fewer.people == UNITED_KINGDOM.people - 316
    assert fewer.on(fewer.history("NG")) == UNITED_KINGDOM.on(UNITED_KINGDOM.history("NG"))
    one = merged(SPARSE, "A", "C")
    assert one.lists == ("A/C", "B")
    assert one.counts == {1: 60, 2: 30, 3: 6}


def test_lists_that_could_not_capture_leave_no_cell() -> None:
    table = cannot_overlap(SPARSE, "A+C")
    assert table.impossible == {0b101, 0b111}
    assert cannot_capture(Table.of("AB", {"A": 2}), "B").impossible == {2, 3}
    with pytest.raises(TableError):
        cannot_capture(SPARSE, ["B"])
    assert without(table, "B").impossible == {0b11}


@given(st.permutations(KOSOVO.lists))
def test_histories_keep_their_names_when_lists_change_places(order: list[str]) -> None:
    moved = keep(KOSOVO, order)
    named = {frozenset(moved.name(h).split("+")): n for h, n in moved.counts.items()}
    assert named == {frozenset(KOSOVO.name(h).split("+")): n for h, n in KOSOVO.counts.items()}


def test_there_are_as_many_models_as_published() -> None:
    assert [len(hierarchical(lists)) for lists in (3, 4, 5)] == [8, 113, 6893]
    assert [len(pairs(lists)) for lists in (4, 5)] == [64, 1024]
    assert len(set(hierarchical(5))) == 6893


def test_a_model_has_whatever_its_parameters_ask_for() -> None:
    assert model([0b111], 4) == (0, 1, 2, 4, 8, 3, 5, 6, 7)
    assert maximal(model([0b111], 4)) == [8, 7]
    closed = [set(each) for each in hierarchical(4)]
    assert all(a & b in each for each in closed for a in each for b in each)
