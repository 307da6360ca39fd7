"""One name in several scripts and by several customs is one sound; another name is another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.names import words
from amparo.methods.sameness.likeness import NEARLY, SAME, Words, alike
from amparo.methods.sameness.particles import joined, telling
from amparo.methods.sameness.sounds import spoken

LEAST = 0.7


def likeness(one: str, other: str) -> float:
    (a,), (b,) = words(one), words(other)
    return alike(spoken(a), b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed", "محمد"),
        ("Youssef", "Yousef"),
        ("Yusuf", "يوسف"),
        ("Khadija", "Chadidscha"),
        ("Khadidja", "خديجة"),
        ("Moustapha", "مصطفى"),
        ("Rahman", "الرحمن"),
        ("Hussein", "حسين"),
        ("Щербаков", "Chtcherbakov"),
        ("Щербаков", "Schtscherbakow"),
        ("Юлия", "Iouliia"),
        ("Юлия", "Julia"),
        ("Γιώργος", "Giorgos"),
        ("Μπούρας", "Bouras"),
        ("Ευαγγελία", "Evangelia"),
        ("Խաչատրյան", "Hachatrian"),
        ("კვარაცხელია", "Kvaratskhelia"),
        ("शर्मा", "Charma"),
        ("राजेश", "Radjesh"),
        ("ተስፋዬ", "Tesfaye"),
        ("Chinedu", "Tshinedou"),
        ("חיים", "Chaim"),
        ("יצחק", "Yitzhak"),
    ],
)
def test_one_name_written_in_two_ways_is_one_sound(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == pytest.approx(SAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mohammed", "Mouhamad"), ("Sharma", "Sarma"), ("David", "Davit"), ("Olena", "Oleana"),
     ("Ivanov", "Ivanova"), ("Tikomaresh", "Tikomraesh")],
)  # fmt: skip
def test_a_slip_or_another_vowel_stays_near(one: str, other: str) -> None:
    assert LEAST <= likeness(one, other) < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ivanov", "Petrov"), ("Zora", "Anna"), ("محمد", "خديجة"), ("Kumar", "Sharma"),
     ("Γιώργος", "Δημήτρης"), ("ተስፋዬ", "ኪሮስ")],
)  # fmt: skip
def test_another_name_is_another(one: str, other: str) -> None:
    assert likeness(one, other) < LEAST


def test_vowels_that_are_written_have_to_be_heard() -> None:
    """Hassan is not Husayn, although Arabic writes both with the same consonants."""
    assert likeness("حسين", "Hassan") <= NEARLY < likeness("حسن", "Hassan")


def test_vowel_signs_of_a_script_do_not_take_a_word_apart() -> None:
    assert words("मोहम्मद शर्मा") == ["मोहममद", "शरमा"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_words_are_compared_alike_one_by_one_and_among_many(one: str, other: str) -> None:
    for a in words(one):
        for b in words(other):
            among = Words([spoken("zorvanela"), spoken(b)]).like(spoken(a))
            assert 0 <= float(among[1]) <= SAME
            assert float(among[1]) == pytest.approx(alike(spoken(a), b), abs=1e-5)


@given(st.text(max_size=20))
def test_what_a_word_sounds_like_is_written_in_few_signs(text: str) -> None:
    for word in words(text):
        for sound in spoken(word).sounds:
            assert set(sound) <= set("abdefgiklmnprstuvXH")


def test_an_article_says_nothing_unless_nothing_else_stands_there() -> None:
    assert telling(words("Al-Hadi bin Yusuf")) == ["hadi", "yusuf"]
    assert telling(["al"]) == ["al"]
    assert joined(["mary", "ann", "low"]) == [["maryann", "low"], ["mary", "annlow"]]
