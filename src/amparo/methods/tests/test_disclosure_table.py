"""A table is read from records or from cells, and bad input is refused by name."""

import pytest

from amparo.methods.disclosure import TOTAL, Cell, Table
from amparo.methods.disclosure.errors import (
    BadDimension,
    MarginDoesNotAdd,
    MissingCell,
    NotACount,
    TooLarge,
    UnknownCell,
)

BY_SEX = {"form": ["labour", "sexual"], "sex": ["f", "m"]}
CELLS: dict[Cell, int] = {
    ("labour", "f"): 3,
    ("labour", "m"): 12,
    ("sexual", "f"): 20,
    ("sexual", "m"): 0,
}


def test_records_are_counted_with_their_margins() -> None:
    records = [
        {"form": "labour", "sex": "f", "town": "any"},
        {"form": "labour", "sex": "m"},
        {"form": "labour", "sex": "m"},
    ]
    table = Table.from_records(BY_SEX, records)
    assert table.count(("labour", "m")) == 2
    assert table.count(("sexual", "f")) == 0
    assert table.count(("labour", TOTAL)) == 3
    assert table.count((TOTAL, "f")) == 1
    assert table.count((TOTAL, TOTAL)) == 3


def test_every_cell_and_margin_is_listed_once() -> None:
    cells = list(Table.from_cells(BY_SEX, CELLS).cells())
    assert len(cells) == len(set(cells)) == 9


def test_margins_that_add_are_accepted() -> None:
    table = Table.from_cells(BY_SEX, {**CELLS, (TOTAL, "f"): 23, (TOTAL, TOTAL): 35})
    assert table.count((TOTAL, TOTAL)) == 35


def test_a_margin_that_does_not_add_is_named() -> None:
    with pytest.raises(MarginDoesNotAdd, match="labour / _T: 16 given, 15 by addition") as caught:
        Table.from_cells(BY_SEX, {**CELLS, ("labour", TOTAL): 16})
    assert caught.value.cell == ("labour", TOTAL)


@pytest.mark.parametrize("value", [-1, 2.5, 3.0, "3", None, True, float("nan"), 2**41])
def test_what_is_not_a_count_is_refused_and_named(value: object) -> None:
    cells: dict[Cell, object] = {**CELLS, ("sexual", "m"): value}
    with pytest.raises(NotACount, match="sexual / m") as caught:
        Table.from_cells(BY_SEX, cells)  # type: ignore[arg-type]  # wrong on purpose
    assert caught.value.cell == ("sexual", "m")


def test_a_missing_inner_cell_is_named() -> None:
    with pytest.raises(MissingCell, match="sexual / m"):
        Table.from_cells(BY_SEX, {c: n for c, n in CELLS.items() if c != ("sexual", "m")})


@pytest.mark.parametrize("cell", [("organs", "f"), ("labour", "f", "x"), ("labour",)])
def test_a_cell_outside_the_table_is_named(cell: Cell) -> None:
    with pytest.raises(UnknownCell) as caught:
        Table.from_cells(BY_SEX, {**CELLS, cell: 1})
    assert caught.value.cell == cell


def test_a_record_outside_the_table_is_refused() -> None:
    with pytest.raises(UnknownCell, match="labour / x"):
        Table.from_records(BY_SEX, [{"form": "labour", "sex": "x"}])
    with pytest.raises(UnknownCell, match="labour / _T"):
        Table.from_records(BY_SEX, [{"form": "labour", "sex": TOTAL}])
    with pytest.raises(BadDimension, match="no value for sex"):
        Table.from_records(BY_SEX, [{"form": "labour"}])


@pytest.mark.parametrize(
    "categories", [{}, {"sex": []}, {"sex": ["f", "f"]}, {"sex": ["f", TOTAL]}]
)
def test_dimensions_that_make_no_table_are_refused(categories: dict[str, list[str]]) -> None:
    with pytest.raises(BadDimension):
        Table.from_records(categories, [])


def test_a_table_too_large_to_protect_is_refused_before_any_work() -> None:
    many = [str(i) for i in range(300)]
    with pytest.raises(TooLarge, match="90601"):
        Table.from_records({"a": many, "b": many}, [])


def test_an_impossible_cell_may_hold_nobody() -> None:
    with pytest.raises(NotACount, match="labour / f"):
        Table.from_cells(BY_SEX, CELLS, impossible=[("labour", "f")])
    with pytest.raises(UnknownCell):
        Table.from_cells(BY_SEX, CELLS, impossible=[("labour", TOTAL)])
