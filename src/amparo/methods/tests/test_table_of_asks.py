"""What the machine finds in the five texts, held against the table of 136 asks written by hand.

A row that no general rule can reach is listed with its reason; a test fails when it is reached too.
"""

from datetime import date, timedelta

import pytest

from amparo.methods.sessions import Span
from amparo.methods.windows import Days, Window, read, register, spans, standing

from .table import Row, table

TODAY = date(2026, 11, 21)
# The row says when, the paragraph does not.
WINDOWS_OUT_OF_REACH = {
    "S4-I 18": "workshops: that they are held at the Congress stands in another paragraph",
    "S4-I 21": "documentation: that a congress needs it beforehand is nowhere said",
    "S4-I 22": "officers of the Congress: that they are named beforehand is nowhere said",
}


def found_in(row: Row) -> tuple[Window, ...]:
    found = register(
        row.text, "fr", speaker=row.speaker, said_on=row.said_on, context=row.context
    )  # fmt: skip
    return tuple(each.window for each in found) or read("none")


def days_of(windows: tuple[Window, ...]) -> list[Span]:
    """The days that the windows `on:` cover, those that follow each other as one."""
    days = sorted(
        (span for each in windows for span in spans(each, date.min, date.max)),
        key=lambda span: span.first,
    )
    joined: list[Span] = []
    for span in days:
        if joined and span.first <= joined[-1].last + timedelta(days=1):
            joined[-1] = Span(joined[-1].first, max(span.last, joined[-1].last))
        else:
            joined.append(span)
    return joined


def same(one: tuple[Window, ...], other: tuple[Window, ...]) -> bool:
    """Whatever their order; "24 April" and "25 to 30 April" are 24 to 30 April."""
    if all(isinstance(each, Days) for each in (*one, *other)):
        return days_of(one) == days_of(other)
    return set(one) == set(other)


def test_the_windows_are_those_of_the_table_but_for_three_that_the_text_does_not_say() -> None:
    wrong = {
        row.key for row in table().values()
        if not same(found_in(row), read(row.cells["window"]))
    }  # fmt: skip
    assert len(table()) == 136
    assert wrong == set(WINDOWS_OUT_OF_REACH)


# Table A7 of the traceability of the five texts: each dated item, as it stood on 21 November 2026.
DATED = {
    "past": "S3 7, S3 11, S3 14, S1 12, S2 22, S4-I 9, S4-I 13, S4-I 25, S4-I 26, S4-II 1, S4-I 5,"
    " S4-I 6, S4-III 11, S4-I 11",
    "next": "S2 4, S2 5",
    "open": "S2 21, S4-I 27",
    "undated": "S4-IV 8, S4-V 10",
}


@pytest.mark.parametrize(
    ("key", "state"),
    [(key, state) for state, keys in DATED.items() for key in keys.split(", ")],
)
def test_every_dated_item_is_found_and_stands_where_it_stood(key: str, state: str) -> None:
    row = table()[key]
    found = found_in(row)
    assert same(found, read(row.cells["window"]))
    assert standing(found, TODAY).state == state


def test_a_congress_every_five_years_is_read_in_the_preamble() -> None:
    """S4-I pp.7 says the year of the next one, ¶5 its days."""
    row = table()["S4-I 5"]
    preamble = row.part.preamble[6].text
    found = register(preamble, "fr", speaker="GA", said_on=row.said_on, context=row.context)
    assert [each.window.code for each in found] == ["every:5y from:2026-04-25"]
    stands = standing([each.window for each in found], TODAY)
    assert stands.state == "next"
    assert stands.next and stands.next.first.year == 2031


def test_no_other_preamble_of_the_five_texts_holds_a_date() -> None:
    parts = {id(row.part): row for row in table().values()}
    found = {
        (row.document, paragraph.number): each.window.code
        for row in parts.values()
        for paragraph in row.part.preamble
        for each in register(
            paragraph.text, "fr", speaker=row.speaker, said_on=row.said_on, context=row.context
        )
    }
    assert found == {("S4-I", 3): "every:5y", ("S4-I", 7): "every:5y from:2026-04-25"}
