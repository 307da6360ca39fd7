"""A file for a spreadsheet: what it says comes back cell by cell, and nothing in it runs."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amparo.methods.spreadsheet import FORMULA, as_csv, inert

cells = st.one_of(
    st.text(max_size=20),
    st.builds(lambda begin, rest: begin + rest, st.sampled_from(FORMULA), st.text(max_size=8)),
    st.integers(),
)


def plain(cell: str | int) -> str:
    """What a reader should find: the text itself, with the quote that makes it inert."""
    text = str(cell)
    if isinstance(cell, int) or not text.lstrip().startswith(FORMULA) | text.startswith(FORMULA):
        return text
    return "'" + text


@pytest.mark.asvs("1.2.10")
@pytest.mark.parametrize("text", ["=1+1", "+33", "-1", "@SUM", "\t=1", "\r=1", "\0=1", " =1"])
def test_no_text_begins_as_a_formula(text: str) -> None:
    assert inert(text) == f"'{text}"
    assert as_csv(["name"], [[text]]).splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("cell", ["12", "a=b", "", -3, 2.5, None])
def test_what_no_spreadsheet_runs_stays_as_it_is(cell: str | float | None) -> None:
    assert inert(cell) == cell


@pytest.mark.asvs("1.2.10", "1.3.3")
@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5))
@example([['a "quoted" word', "two\nlines", "one, two"]])
def test_every_cell_comes_back_from_its_own_place(
    rows: list[list[str | int]],
) -> None:
    read = list(csv.reader(StringIO(as_csv(["a", "b", "c"], rows), newline="")))
    assert read[0] == ["a", "b", "c"]
    assert read[1:] == [[plain(cell) for cell in row] for row in rows]


@pytest.mark.asvs("1.2.10")
def test_lines_end_as_the_standard_says_and_quotes_are_doubled() -> None:
    assert as_csv(["a"], [['say "yes"']]) == 'a\r\n"say ""yes"""\r\n'
