"""The same name, number or address is one writing, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.likeness import ALIKE, SAME, Likeness
from amparo.methods.names import contacts, document_number, fold, full_name_and_year, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "ZOE"),
        ("Straße", "STRASSE"),
        ("Łukasz Ødegård", "lukasz odegard"),
        ("Ｆａｔｏｕ", "fatou"),
        ("Nguyễn", "nguyen"),
        ("مُحَمَّد", "محمد"),
        ("Ånna", "A\u030anna"),
        ("İrem", "irem"),
    ],
)
def test_one_name_in_two_writings_folds_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_no_more(text: str) -> None:
    assert words(fold(text)) == words(text)


def test_a_full_name_is_one_in_any_order_and_nothing_without_its_parts() -> None:
    whole = full_name_and_year("Zorvanela", "Tiko-Maresh", "2004-02-29")
    assert whole == "maresh tiko zorvanela|2004"
    assert whole == full_name_and_year("ZORVANELA", "Maresh Tiko", "2004")
    for missing in (("", "Maresh", "2004"), ("Zora", "", "2004"), ("Zora", "Maresh", "")):
        assert full_name_and_year(*missing) == ""


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Passport X1234567", "x1234567"),
        ("carte n° x-1234567", "x1234567"),
        ("123 456 789", "123456789"),
        ("passport", ""),
        ("no 1234", ""),
        ("", ""),
    ],
)
def test_of_a_document_its_number_remains(typed: str, number: str) -> None:
    assert document_number(typed.replace("x-", "x")) == number


@pytest.mark.parametrize(
    "typed",
    ["+999 6 12 34 56 78", "00999612345678", "06 12 34 56 78", "06.12.34.56.78", "(06) 12345678"],
)
def test_a_telephone_number_is_one_with_and_without_its_country(typed: str) -> None:
    assert contacts(f"through the nurse, {typed}, mornings") == {"612345678"}


def test_an_address_is_found_in_a_sentence_and_a_year_is_no_number() -> None:
    assert contacts("Write to Nurse.One@School.example, never after 2024.") == {
        "nurse.one@school.example"
    }
    assert contacts("mornings, house 12, since 2024") == set()


def test_a_name_is_as_like_in_any_order() -> None:
    wanted = Likeness(words("Zorvanela Tikomaresh"))
    assert wanted.of(["tikomaresh", "zorvanela"]) == SAME
    assert wanted.of(["zorvanela", "anna", "tikomaresh"]) == SAME
    assert ALIKE <= wanted.of(["tikomarech", "zorvanella"]) < SAME
    assert wanted.of(["bruna", "kandresu"]) < ALIKE


def test_nothing_is_like_nothing() -> None:
    assert Likeness([]).of(["zora"]) == 0
    assert Likeness(["zora"]).of([]) == 0


@given(st.lists(st.text(min_size=1), min_size=1), st.lists(st.text(min_size=1), min_size=1))
def test_likeness_lies_between_none_and_the_same(wanted: list[str], parts: list[str]) -> None:
    likeness = Likeness(wanted)
    assert 0 <= likeness.of(parts) <= 1
    assert likeness.of(parts) == likeness.of(parts[::-1])
    assert likeness.of([*parts, *wanted]) == pytest.approx(1)
