"""A person is found again among many, in another order, script or spelling; others are not."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.names import words
from amparo.methods.sameness.births import Births
from amparo.methods.sameness.crowd import Crowd
from amparo.methods.sameness.matches import Match, Names
from support.invented_people import People
from support.practice_tongues import PRACTICE
from support.sameness import searched

OTHERS = [
    ("bruna kandresu", "1990-03-04"), ("celestin mbovari", ""), ("amira telvoja", "2001"),
    ("goran limbor", "1985-07-19"), ("halima suquane", "2004-11-02"),
]  # fmt: skip


def found(file: tuple[str, str], names: str, born: str) -> list[Match]:
    """Whether `names` lead to `file` among others."""
    return Crowd([*OTHERS, file]).like(" ".join(words(names)), born)


@pytest.mark.parametrize(
    ("known", "wanted", "how", "births"),
    [
        ("zorvanela tikomaresh", "Zorvanela Tikomaresh|2004-02-29", Names.SAME, Births.SAME_DAY),
        ("zorvanela tikomaresh", "TIKOMARESH Zorvanela|", Names.OTHER_ORDER, Births.UNKNOWN),
        ("zorvanela tikomaresh", "Zorvanella Tikomarech|", Names.SAME, Births.UNKNOWN),
        ("zorvanela tikomaresh", "Zorvanila Tikomar|2004", Names.OTHER_SPELLING, Births.SAME_YEAR),
        ("zorvanela tikomaresh", "Зорванела Тикомареш|2005~", Names.SAME, Births.YEARS_NEAR),
        ("zorvanela maria tikomaresh", "Zorvanela Tikomaresh|", Names.PARTLY, Births.UNKNOWN),
        ("mary ann tikomaresh", "Maryann Tikomaresh|2004", Names.SAME, Births.SAME_YEAR),
        ("maryann tikomaresh", "Mary Ann Tikomaresh|2004", Names.SAME, Births.SAME_YEAR),
        ("yusuf al hadi", "يوسف الهادي|2004-02-29", Names.SAME, Births.SAME_DAY),
    ],
)
def test_a_person_is_found_again_and_the_reason_said(
    known: str, wanted: str, how: Names, births: Births
) -> None:
    names, _, born = wanted.partition("|")
    (match,) = found((known, "2004-02-29"), names, born)
    assert (match.at, match.names, match.births) == (len(OTHERS), how, births)


@pytest.mark.parametrize(
    ("names", "born"),
    [
        ("Zorvanela Kandresuma", "2004"),  # a given name and a year
        ("Bruno Tikomaresh", ""),  # a family
        ("Ivo Wryntz", "2004-02-29"),  # a birthday
        ("", "2004-02-29"),
        ("Al", ""),
    ],
)
def test_less_than_that_is_nobody_s_duplicate(names: str, born: str) -> None:
    assert found(("zorvanela tikomaresh", "2004-02-29"), names, born) == []


def test_brother_and_sister_are_two_and_a_twin_is_worth_a_look() -> None:
    file = ("zorvanela tikomaresh", "2004-02-29")
    assert found(file, "Bruno Tikomaresh", "1999-05-17") == []
    (twin,) = found(file, "Bruno Tikomaresh", "2004-02-29")
    assert twin.names is Names.PARTLY


def test_a_name_that_many_bear_says_little_and_a_rare_one_much() -> None:
    many = [("anna novak", f"{1960 + n % 50}-{n % 12 + 1:02}-17") for n in range(300)]
    file = ("anna novak", "2003-04-21")
    assert Crowd([*many, file]).like("anna novak", "") == []
    assert [each.at for each in Crowd([*many, file]).like("anna novak", "2003-04-21")] == [300]
    rare = ("zorvanela tikomaresh", "2003-04-21")
    assert [each.at for each in Crowd([*many, rare]).like("zorvanela tikomaresh", "")] == [300]


def test_nobody_is_found_where_nobody_is() -> None:
    assert Crowd([]).like("zorvanela tikomaresh", "2004") == []
    assert Crowd([("", "")]).like("zorvanela tikomaresh", "2004") == []


NAME = st.lists(
    st.sampled_from(["zorvanela", "kiaro", "tikomaresh", "anna"]), min_size=2, unique=True
)


@given(NAME, st.randoms(use_true_random=False))
def test_the_order_of_names_changes_nothing_but_what_is_said(
    names: list[str], chance: Random
) -> None:
    mixed = sorted(names, key=lambda _: chance.random())
    crowd = Crowd([*OTHERS, (" ".join(names), "2004")])
    (one,), (other,) = crowd.like(" ".join(names), "2004"), crowd.like(" ".join(mixed), "2004")
    assert one.bits == pytest.approx(other.bits)


@given(NAME)
def test_an_unknown_date_speaks_neither_for_nor_against(names: list[str]) -> None:
    crowd = Crowd([*OTHERS, (" ".join(names), "1990-05-17")])
    unknown, same, other = (
        sum(each.bits for each in crowd.like(" ".join(names), born))
        for born in ("", "1990-05-17", "2004-11-23")
    )
    assert other < unknown < same


@pytest.mark.parametrize(
    "people", [People(7), People(8, PRACTICE)], ids=["six scripts", "where it was tried"]
)
def test_the_same_people_are_found_again_in_six_scripts(people: People) -> None:
    tally = searched(people.written(400), 100)
    assert tally.right + tally.missed > 10
    assert tally.recall >= 0.9
    assert tally.precision >= 0.8
