"""The reader of resolutions, tried on five real texts, whole, broken and with noise."""

import random
import textwrap
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import amparo
from amparo.methods.resolutions import Document, Paragraph, read

TEXTS = Path(amparo.__file__).parent / "commitments" / "data" / "texts"
FILES = {path.name[:2]: path for path in TEXTS.glob("*.txt")}
PREAMBLES = {"s0": [8], "s1": [7], "s2": [34], "s3": [11], "s4": [14, 9, 16, 14, 14]}
OPERATIVES = {"s0": [7], "s1": [13], "s2": [22], "s3": [14], "s4": [27, 5, 12, 10, 11]}
PAGE_NOISE = [
    "A/RES/72/195",
    "E/CN.15/2018/L.6/Rev.1",
    "17-23100 (E)",
    "V.18-03456 3/7",
    "2/5",
    "Page 4",
    "Please recycle",
    "*1723100*",
    "https://undocs.org/fr/A/RES/72/1",
]


@cache
def text(name: str) -> str:
    return FILES[name].read_text(encoding="utf-8")


@cache
def document(name: str) -> Document:
    return read(text(name))


def paragraph(name: str, number: int, part: int = 0) -> Paragraph:
    return document(name).resolutions[part].operative[number - 1]


def counts(read_document: Document) -> list[tuple[int, int]]:
    return [(len(part.preamble), len(part.operative)) for part in read_document.resolutions]


def labels(counted: Paragraph) -> str:
    return "".join(item.label for item in counted.subparagraphs)


@pytest.mark.parametrize("name", sorted(OPERATIVES))
def test_every_paragraph_of_the_five_texts_is_found(name: str) -> None:
    expected = list(zip(PREAMBLES[name], OPERATIVES[name], strict=True))
    assert counts(document(name)) == expected


def test_the_five_texts_hold_121_operative_and_127_preambular_paragraphs() -> None:
    parts = [part for name in FILES for part in document(name).resolutions]
    assert sum(len(part.operative) for part in parts) == 121
    assert sum(len(part.preamble) for part in parts) == 127


@pytest.mark.parametrize("name", sorted(OPERATIVES))
def test_operative_numbers_follow_each_other_from_one(name: str) -> None:
    for part in document(name).resolutions:
        numbers = [counted.number for counted in part.operative]
        assert numbers == list(range(1, len(numbers) + 1))


def test_sub_paragraphs_are_found_where_they_are_and_only_there() -> None:
    adopted = document("s4").resolutions[4]
    assert {p.number: labels(p) for p in adopted.operative if p.subparagraphs} == {
        7: "abcdefghijkl",
        9: "ab",
    }
    assert {p.number: labels(p) for p in adopted.preamble if p.subparagraphs} == {11: "abcdefg"}
    plan = document("s2").parts[0].preamble
    assert {p.number: labels(p) for p in plan if p.subparagraphs} == {8: "abcdef"}


def test_a_report_is_cut_into_its_resolutions_and_decisions() -> None:
    assert [(part.kind, part.label) for part in document("s4").parts] == [
        ("resolution", "I"),
        ("resolution", "II"),
        ("resolution", "III"),
        ("resolution", ""),
        ("decision", "I"),
        ("decision", "II"),
        ("resolution", "33/1"),
        ("decision", "33/1"),
    ]


def test_a_part_knows_its_title_and_who_speaks() -> None:
    adopted = document("s4").resolutions[4]
    assert adopted.organ == "La Commission pour la prévention du crime et la justice pénale"
    assert adopted.title == (
        "Lutte contre la traite des êtres humains dans le contexte des mutations rapides "
        "dans le domaine technologique"
    )
    assert document("s0").parts[0].title == (
        "Améliorer la protection des enfants contre la traite des personnes, notamment en luttant "
        "contre le détournement des technologies numériques"
    )


def test_a_decision_keeps_its_words() -> None:
    decision = document("s4").decisions[0]
    assert decision.text.startswith("Le Conseil économique et social décide d'approuver")
    assert decision.text.endswith("recherche des Nations Unies sur la criminalité et la justice.")
    assert "À sa 7e séance, le 16 mai 2024" in document("s4").decisions[2].text


def test_the_paragraph_that_asks_for_a_referral_system_is_read_whole() -> None:
    asked = paragraph("s0", 5)
    assert asked.verb == "Invite"
    assert asked.text == (
        "Invite les États Membres à mettre en place des mécanismes nationaux d’orientation "
        "couvrant l’assistance aux victimes et leur protection dans le cadre des procédures "
        "d’enquête et de poursuites, et note que les acteurs étatiques devraient envisager de "
        "coordonner leurs efforts avec les organisations de la société civile afin de donner aux "
        "premiers intervenants des indications utiles pour repérer et protéger les victimes de la "
        "traite des personnes, et qu’ils devraient envisager aussi de mettre en place un système "
        "permettant d’orienter ces victimes vers des services spécialisés offrant un refuge, une "
        "protection et une assistance, suivant une approche fondée sur les droits de l’homme ;"
    )


def test_a_paragraph_broken_by_footnotes_and_a_page_is_joined() -> None:
    joined = document("s0").parts[0].preamble[1].text
    assert "la criminalité transnationale organisée et les Protocoles s’y rapportant étaient" in (
        joined
    )
    assert "Recueil" not in joined
    assert "undocs" not in joined
    assert paragraph("s3", 9).text.endswith(
        "ainsi que par l'Organisation internationale pour les migrations au moyen de son module "
        "mondial de lutte contre la traite;"
    )


def test_footnote_marks_go_and_numbers_of_the_sentence_stay() -> None:
    first = document("s0").parts[0].preamble[0].text
    assert "organisée, du Protocole" in first
    assert "organisée, et du Protocole" in first
    agenda = document("s2").parts[0].preamble[3].text
    assert "à l’horizon 2030, dans lequel" in agenda
    assert "(no 29) de l’Organisation" in document("s2").parts[0].preamble[5].text
    assert "au plus tard le 1er juin 2009;" in paragraph("s3", 11).text
    assert "16.2" in document("s1").parts[0].preamble[2].text
    assert "objectif de développement durable n° 16," in (
        document("s4").resolutions[4].preamble[4].text
    )


def test_apostrophes_hyphens_and_split_words_are_mended() -> None:
    parts = document("s2").parts[0]
    whole = " ".join(p.text for p in (*parts.preamble, *parts.operative))
    assert "Haut-Commissariat" in whole
    assert "en particulier des femmes et des enfants" in whole
    assert "particul ier" not in whole
    assert "celles-ci," in whole
    assert " ’" not in whole
    assert "  " not in whole


def test_nothing_is_invented() -> None:
    """Every word read is a word of the file, once its broken words are closed."""
    for name in FILES:
        printed = "".join(character for character in text(name) if character.isalpha())
        for part in document(name).resolutions:
            for counted in (*part.preamble, *part.operative):
                words = "".join(c for c in counted.text[:60] if c.isalpha())
                assert words[:30] in printed


@pytest.mark.parametrize(
    ("name", "number", "verb"),
    [
        ("s0", 4, "Prie instamment"),
        ("s2", 21, "Accueille avec satisfaction"),
        ("s3", 8, "Sait"),
        ("s3", 13, "Prie à nouveau"),
        ("s4", 2, "Se félicite"),
        ("s4", 8, "Invite de nouveau"),
        ("s4", 12, "Prend note avec satisfaction"),
    ],
)
def test_the_verb_is_the_opening_without_its_linking_words(
    name: str, number: int, verb: str
) -> None:
    assert paragraph(name, number).verb == verb


@pytest.mark.parametrize("name", sorted(OPERATIVES))
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), noise=st.lists(st.sampled_from(PAGE_NOISE), min_size=1))
def test_page_headers_anywhere_change_no_count(name: str, seed: int, noise: list[str]) -> None:
    lines = text(name).split("\n")
    places = random.Random(seed)
    for line in noise:
        lines.insert(places.randrange(len(lines) + 1), line)
    assert counts(read("\n".join(lines))) == counts(document(name))


@pytest.mark.parametrize("name", sorted(OPERATIVES))
def test_indentation_emphasis_and_line_ends_do_not_matter(name: str) -> None:
    bare = "\r\n".join(line.strip().replace("*Prie*", "Prie") for line in text(name).split("\n"))
    assert counts(read(bare)) == counts(document(name))


@pytest.mark.parametrize("name", sorted(OPERATIVES))
@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "loose"])
def test_where_the_lines_break_changes_no_word(name: str, width: int, between: str) -> None:
    """As a page converter would give it: no blank line, or one after every line."""
    lines = [
        piece
        for line in text(name).split("\n")
        for piece in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    ]
    assert read(between.join(lines)).resolutions == tuple(
        replace(part, title=broken.title)
        for part, broken in zip(
            document(name).resolutions, read(between.join(lines)).resolutions, strict=True
        )
    )
