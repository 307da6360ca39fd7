"""A resolution goes out as Akoma Ntoso and comes back the same."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from amparo.methods.akoma import About, NotAkoma, read_akn, written
from amparo.methods.akoma.about import NAMESPACE
from amparo.methods.resolutions import Footnote, Paragraph, Part, Subparagraph, read

TEXTS = Path(__file__).parents[2] / "commitments" / "data" / "texts"
ABOUT = About("GA", "A/RES/72/195", "adopted", date(2017, 12, 19))
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
labels = st.sampled_from("abcdefgh")


def items(depth: int) -> st.SearchStrategy[tuple[Subparagraph, ...]]:
    inner = items(depth - 1) if depth else st.just(())
    one = st.builds(Subparagraph, labels, words, inner)
    return st.lists(one, max_size=3).map(tuple)


paragraphs = st.lists(
    st.builds(Paragraph, st.integers(1, 99), words, words, items(1)), min_size=1, max_size=5
).map(tuple)
resolutions = st.builds(
    Part,
    kind=st.just("resolution"),
    label=st.sampled_from(["", "II", "33/1"]),
    title=words,
    organ=words.filter(lambda text: not text.endswith(",")),
    preamble=st.lists(st.builds(Paragraph, st.just(0), words, words, items(1)), max_size=3).map(
        lambda found: tuple(
            Paragraph(place, p.verb, p.text, p.subparagraphs)
            for place, p in enumerate(found, start=1)
        )
    ),
    operative=paragraphs,
)


@given(resolutions)
def test_every_resolution_comes_back_as_it_went(part: Part) -> None:
    found, about = read_akn(written(part, ABOUT, language="fr"))
    assert found.parts == (part,)
    assert (about.symbol, about.said_on, about.status) == (
        "A/RES/72/195",
        date(2017, 12, 19),
        "adopted",
    )
    assert found.language == "fr"


@pytest.mark.parametrize("file", sorted(TEXTS.glob("*.txt")), ids=lambda file: file.stem[:2])
def test_the_five_texts_come_back_with_all_their_paragraphs(file: Path) -> None:
    for part in read(file.read_text(encoding="utf-8")).parts:
        found, _ = read_akn(written(part, About(number=part.label), language="fr"))
        again = found.parts[0]
        assert again.operative == part.operative
        assert [p.text for p in again.preamble] == [p.text for p in part.preamble]
        assert again.text == part.text


def test_sections_numbers_again_and_notes_are_kept() -> None:
    operative = (
        Paragraph(1, "Urges", "Urges States;", section="I"),
        Paragraph(1, "Invites", "Invites donors;", section="II", again="bis"),
    )
    part = Part("resolution", "", "On houses", "The General Assembly", operative=operative)
    notes = [Footnote("1", "Resolution 55/25."), Footnote("*", "Reissued.")]
    found, _ = read_akn(written(part, ABOUT, language="en", footnotes=notes))
    assert found.parts[0].operative == operative
    assert list(found.footnotes) == notes


def test_each_paragraph_has_an_address_of_its_own() -> None:
    part = read((TEXTS / "s4-ccpcj-2024-report-chapter-one.fr.txt").read_text("utf-8")).parts[0]
    root = etree.fromstring(written(part, ABOUT, language="fr"))
    eids = [element.get("eId") for element in root.iter() if element.get("eId")]
    assert len(eids) == len(set(eids)) > 27
    assert "para_27" in eids
    work = root.find(f".//{{{NAMESPACE}}}FRBRWork/{{{NAMESPACE}}}FRBRuri")
    assert work is not None
    assert work.get("value") == "/akn/un/statement/resolution/ga/2017-12-19/a-res-72-195"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"<a><b></a>", "not_xml", "Line 1"),
        (b"\n<html/>", "not_akoma", "Line 2"),
        (b"", "not_xml", "Line"),
        (b"<akomaNtoso/>", "not_akoma", "Line 1"),
        (
            f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"/></akomaNtoso>'.encode(),
            "no_text",
            "Line 1",
        ),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "not_akoma", "Line 1"),
    ],
)
def test_what_is_none_is_refused_with_its_line(content: bytes, code: str, line: str) -> None:
    with pytest.raises(NotAkoma) as refused:
        read_akn(content)
    assert refused.value.code == code
    assert str(refused.value).startswith(line)


@given(st.binary(max_size=200))
def test_no_bytes_fail_otherwise(content: bytes) -> None:
    try:
        read_akn(content)
    except NotAkoma as refused:
        assert str(refused).endswith(".")
