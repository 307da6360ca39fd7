"""The calendar of the United Nations: ordinals, bodies, and the phrases that name a session."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import amparo
from amparo.methods.resolutions import Document, Paragraph, Part, read
from amparo.methods.sessions import Place, Session, bodies, body_in, ordinals, sessions

TEXTS = Path(amparo.__file__).parent / "commitments" / "data" / "texts"
SAID = {"s0": 2018, "s1": 2018, "s2": 2017, "s3": 2008, "s4": 2024}

UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ENGLISH = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ENGLISH_TENS = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]


def cardinal(n: int) -> str:
    """In French, from 1 to 99, as a grammar spells it."""
    if n < 17:
        return UNITS[n]
    if n < 20:
        return f"dix-{UNITS[n - 10]}"
    if n < 70:
        ten, unit = divmod(n, 10)
        joint = {0: "", 1: " et un"}.get(unit, f"-{UNITS[unit]}")
        return TENS[ten] + joint
    if n < 80:
        return f"soixante{' et ' if n == 71 else '-'}{cardinal(n - 60)}"
    return "quatre-vingts" if n == 80 else f"quatre-vingt-{cardinal(n - 80)}"


def in_french(n: int) -> str:
    if n == 1:
        return "première"
    said = cardinal(n)
    for ending, becomes in (("quatre", "quatr"), ("cinq", "cinqu"), ("neuf", "neuv")):
        if said.endswith(ending):
            return said[: -len(ending)] + becomes + "ième"
    return re.sub(r"e$|(?<=vingt)s$", "", said) + "ième"


def in_english(n: int) -> str:
    if n < 20:
        return ENGLISH[n]
    ten, unit = divmod(n, 10)
    stem = ENGLISH_TENS[ten - 2]
    return f"{stem}y-{ENGLISH[unit]}" if unit else f"{stem}ieth"


@pytest.mark.parametrize("n", range(1, 100))
def test_every_ordinal_is_read_with_its_hyphens_without_and_in_figures(n: int) -> None:
    for said in (in_french(n), in_french(n).replace("-", " "), in_french(n).upper(), f"{n} e"):
        assert ordinals(said, "fr") == [n], said
    for said in (in_english(n), in_english(n).replace("-", " "), f"{n}th"):
        assert ordinals(said, "en") == [n], said


@given(st.lists(st.integers(1, 99), min_size=1, max_size=4))
def test_ordinals_in_a_row_are_each_read(numbers: list[int]) -> None:
    assert ordinals(" et ".join(map(in_french, numbers)), "fr") == numbers
    assert ordinals(" and ".join(map(in_english, numbers)), "en") == numbers


@pytest.mark.parametrize(
    ("number", "opened"),
    [
        (63, "2008-09-16"), (72, "2017-09-12"), (73, "2018-09-18"), (74, "2019-09-17"),
        (75, "2020-09-15"), (76, "2021-09-14"), (77, "2022-09-13"), (78, "2023-09-05"),
        (79, "2024-09-10"), (80, "2025-09-09"),
    ],
)  # fmt: skip
def test_the_assembly_opens_on_the_day_that_its_rules_say(number: int, opened: str) -> None:
    span = bodies()["GA"].span(number)
    assert span and span.first == date.fromisoformat(opened)


@given(st.integers(1, 150))
def test_one_session_of_the_assembly_ends_the_day_before_the_next_opens(number: int) -> None:
    this, following = (bodies()["GA"].span(n) for n in (number, number + 1))
    assert this and following
    assert this.last + timedelta(days=1) == following.first
    assert bodies()["GA"].number_in(this.first) == number == bodies()["GA"].number_in(this.last)


@pytest.mark.parametrize(
    ("code", "number", "year", "month"),
    [
        ("CCPCJ", 28, 2019, 5), ("CCPCJ", 33, 2024, 5), ("CCPCJ", 22, 2013, 4),
        ("CND", 67, 2024, 3), ("CSW", 68, 2024, 3), ("HRC", 4, 2007, 3), ("HRC", 42, 2019, 9),
        ("UNTOC-COP", 12, 2024, 10),
        ("UNTOC-COP", 4, 2008, 10), ("UNCAC-COSP", 10, 2023, 11), ("CHR", 60, 2004, 2),
        ("GA-SPECIAL", 30, 2016, 4), ("STATCOM", 55, 2024, 2), ("CSOCD", 62, 2024, 2),
    ],
)  # fmt: skip
def test_every_body_meets_when_it_met(code: str, number: int, year: int, month: int) -> None:
    span = bodies()[code].span(number)
    assert span and (span.first.year, span.first.month) == (year, month)


def test_no_body_has_a_session_before_its_first() -> None:
    assert all(body.span(0) is None and body.span(-3) is None for body in bodies().values())


SPOKEN = date(2016, 12, 1)


def of_the_assembly(text: str, language: str = "fr") -> list[tuple[str, int | None]]:
    found = sessions(text, "fr" if language == "fr" else "en", speaker="GA", said_on=SPOKEN)
    return [(each.body, each.number) for each in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("de lui présenter, à sa soixante-douzième session, un rapport", [("GA", 72)]),
        ("à ses soixante et onzième et soixante-douzième sessions", [("GA", 71), ("GA", 72)]),
        ("de sa soixante-dixième à sa soixante-douzième session", [("GA", 70), ("GA", 72)]),
        ("à sa 72 e session", [("GA", 72)]),
        ("à sa soixante–\ndouzième\nsession", [("GA", 72)]),
        ("à sa soixante treizième session ordinaire", [("GA", 73)]),
        ("de sa trentième session extraordinaire", [("GA-SPECIAL", 30)]),
        (
            "Prie la Commission pour la prévention du crime et la justice pénale, à sa"
            " vingt-sixième session, de poursuivre",
            [("CCPCJ", 26)],
        ),
        (
            "Prie la Commission de la condition de la femme de lui rendre compte à sa"
            " soixante-douzième session",
            [("GA", 72)],
        ),
        (
            "lors de la huitième session de la Conférence des Parties à la Convention",
            [("UNTOC-COP", 8)],
        ),
        (
            "que le Conseil des droits de l’homme a examiné à sa trente-troisième session",
            [("HRC", 33)],
        ),
        ("les réunions intersessions et la session de formation", []),
    ],
)
def test_a_phrase_says_whose_session_it_means(
    text: str, meant: list[tuple[str, int | None]]
) -> None:
    assert of_the_assembly(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("to report to it at its seventy-second session", [("GA", 72)]),
        ("at its seventy-first and seventy-second sessions", [("GA", 71), ("GA", 72)]),
        ("the 72nd session of the General Assembly", [("GA", 72)]),
        ("the thirtieth special session", [("GA-SPECIAL", 30)]),
        (
            "Requests the Commission on Crime Prevention and Criminal Justice, at its"
            " twenty-sixth session, to continue",
            [("CCPCJ", 26)],
        ),
    ],
)
def test_a_phrase_in_english_says_the_same(text: str, meant: list[tuple[str, int | None]]) -> None:
    assert of_the_assembly(text, "en") == meant


@pytest.mark.parametrize(
    ("text", "place", "opened"),
    [
        ("à sa présente session", Place.PRESENT, 2016),
        ("de la session en cours", Place.PRESENT, 2016),
        ("à sa prochaine session", Place.NEXT, 2017),
        ("à sa dernière session", Place.BEFORE, 2015),
    ],
)
def test_a_session_that_is_named_by_its_place_is_counted_from_the_day(
    text: str, place: Place, opened: int
) -> None:
    [found] = sessions(text, "fr", speaker="GA", said_on=SPOKEN)
    assert (found.place, found.number) == (place, None)
    assert found.span and found.span.first.year == opened
    [unknown] = sessions(text, "fr", speaker="GA")
    assert (unknown.place, unknown.span) == (place, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [("à sa session de fond de 2009", "fr"), ("at its 2009 substantive session", "en"),
     ("at its session of 2009", "en")],
)  # fmt: skip
def test_a_session_that_is_named_by_its_year_is_in_it(text: str, language: str) -> None:
    [found] = sessions(text, "fr" if language == "fr" else "en", speaker="ECOSOC")
    assert (found.body, found.year) == ("ECOSOC", 2009)
    assert found.span and (found.span.first, found.span.last) == (
        date(2009, 1, 1), date(2009, 12, 31),
    )  # fmt: skip


def test_a_short_name_is_the_body_that_the_document_names_in_full() -> None:
    title = "Rapport de la Commission pour la prévention du crime et la justice pénale"
    text = "l’ordre du jour de la trente-quatrième session de la Commission"
    [found] = sessions(text, "fr", said_on=date(2024, 5, 17), context=title)
    assert (found.body, found.number) == ("CCPCJ", 34)


def test_a_number_that_no_body_can_mean_has_no_days() -> None:
    [found] = sessions("à sa cent quatre-vingtième session", "fr", speaker="GA", said_on=SPOKEN)
    assert (found.body, found.span) == ("", None)


@cache
def document(name: str) -> Document:
    [file] = TEXTS.glob(f"{name}*.txt")
    return read(file.read_text(encoding="utf-8"))


def whole(paragraph: Paragraph) -> str:
    return " ".join([paragraph.text, *(item.text for item in paragraph.subparagraphs)])


def said_in(name: str, part: Part, number: int) -> list[Session]:
    speaker = body_in(part.organ, "fr")
    return sessions(
        whole(part.operative[number - 1]), "fr", speaker=speaker.code if speaker else "",
        said_on=date(SAID[name], 5, 17), context=part.title,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "part", "number", "meant"),
    [
        ("s1", 0, 12, [("CCPCJ", 28)]), ("s2", 0, 22, [("GA", 74)]), ("s2", 0, 4, [("GA", 72)]),
        ("s2", 0, 3, [("GA", 67), ("GA", 72)]), ("s3", 0, 11, [("GA", 63)]),
        ("s3", 0, 14, [("GA", 64)]), ("s4", 0, 9, [("CCPCJ", 34)]), ("s4", 0, 11, [("CCPCJ", 35)]),
        ("s4", 0, 25, [("CCPCJ", 34)]), ("s4", 0, 26, [("CCPCJ", 34)]), ("s4", 0, 27, [("GA", 81)]),
        ("s4", 1, 1, [("CCPCJ", 34)]),
    ],
)  # fmt: skip
def test_the_sessions_that_the_five_texts_name(
    name: str, part: int, number: int, meant: list[tuple[str, int]]
) -> None:
    found = said_in(name, document(name).resolutions[part], number)
    assert [(each.body, each.number) for each in found] == meant
    assert all(each.span for each in found)


def test_what_is_due_at_the_eighty_first_session_is_due_from_september_2026() -> None:
    """S4-I ¶27, open on 21 November 2026."""
    [found] = said_in("s4", document("s4").resolutions[0], 27)
    assert found.span and found.span.first <= date(2026, 11, 21) <= found.span.last


@given(st.text(max_size=300), st.sampled_from(["fr", "en"]))
def test_no_text_makes_it_fail(text: str, language: str) -> None:
    for found in sessions(f"{text} session {text}", "fr" if language == "fr" else "en"):
        assert "session" in found.text.lower()
