from dataclasses import replace

import pytest

from amparo.access.standing import NotAllowed, Refused
from amparo.commitments.loading.actions.looking import (
    bring,
    correct_asks,
    correct_head,
    correct_text,
    join_to_the_one_before,
    take_back,
)
from amparo.commitments.loading.models import LoadedPart
from amparo.commitments.loading.outcomes import outcomes
from amparo.commitments.loading.queries import parts
from amparo.commitments.loading.tests.texts import HOUSES
from amparo.commitments.models import Place
from support.cast import Cast

HEAD = {
    "title": "Safe houses",
    "organ": "The General Assembly",
    "symbol": "A/RES/80/500",
    "status": "adopted",
    "said_on": "2025-12-10",
    "key": "80-500",
}


def numbers(part: LoadedPart) -> list[str]:
    return [item.number for item in outcomes(part).items]


def operative(part: LoadedPart, number: str) -> int:
    """Where the paragraph stands among those read."""
    found = outcomes(part).paragraphs
    return next(each.place for each in found if each.read.number == number)


def test_what_was_read_stands_as_it_was_read(houses: LoadedPart) -> None:
    assert numbers(houses) == ["pp1", "pp2", "1", "2", "3"]
    report = outcomes(houses).items[3]
    assert report.clauses[0].addressees == ("secretary_general",)
    assert report.clauses[0].windows == ("session:GA81",)
    assert report.clauses[0].force == "requests"


def test_an_empty_line_makes_two_paragraphs_of_one(houses: LoadedPart, cast: Cast) -> None:
    outcome = outcomes(houses).paragraphs[operative(houses, "1")]
    typed = "Urges Member States to open safe houses;\n\nUrges Member States to staff them;"
    correct_text(houses, outcome, typed, by=cast.coordinator, place=Place.OPERATIVE, number="1")
    assert numbers(houses) == ["pp1", "pp2", "1", "2", "2", "3"]
    said = outcomes(houses).paragraphs[outcome.place].said
    assert [item.clauses[0].force for item in said] == ["urges", "urges"]


def test_what_is_no_paragraph_is_left_out_and_comes_back(houses: LoadedPart, cast: Cast) -> None:
    place = operative(houses, "3")
    outcome = outcomes(houses).paragraphs[place]
    correct_text(houses, outcome, "  ", by=cast.coordinator, place=Place.OPERATIVE, number="3")
    assert numbers(houses) == ["pp1", "pp2", "1", "2"]
    take_back(houses, outcomes(houses).paragraphs[place], by=cast.coordinator)
    assert numbers(houses) == ["pp1", "pp2", "1", "2", "3"]


def test_a_paragraph_cut_in_two_is_joined(houses: LoadedPart, cast: Cast) -> None:
    outcome = outcomes(houses).paragraphs[operative(houses, "3")]
    join_to_the_one_before(houses, outcome, by=cast.coordinator)
    assert numbers(houses) == ["pp1", "pp2", "1", "2"]
    joined = outcomes(houses).items[3]
    assert joined.text.startswith("Requests the Secretary-General")
    assert joined.text.endswith("for these purposes.")


def test_nothing_stands_above_the_first_paragraph(houses: LoadedPart, cast: Cast) -> None:
    with pytest.raises(Refused, match="no paragraph above"):
        join_to_the_one_before(houses, outcomes(houses).paragraphs[0], by=cast.coordinator)


def test_a_person_says_of_whom_it_is_asked(houses: LoadedPart, cast: Cast) -> None:
    outcome = outcomes(houses).paragraphs[operative(houses, "1")]
    clause = replace(outcome.said[0].clauses[0], addressees=("donors",), windows=("by:2027-01-31",))
    correct_asks(houses, outcome, [[clause]], by=cast.coordinator)
    said = outcomes(houses).paragraphs[outcome.place]
    assert said.corrected
    assert said.said[0].clauses == (clause,)


def test_what_was_corrected_is_kept_when_the_text_comes_again(
    houses: LoadedPart, cast: Cast
) -> None:
    correct_head(houses, HEAD, by=cast.coordinator)
    outcome = outcomes(houses).paragraphs[operative(houses, "3")]
    correct_text(houses, outcome, "", by=cast.coordinator, place=Place.OPERATIVE, number="3")
    # Another file, in which a paragraph that nobody touched says something else.
    again = bring(HOUSES.replace("staff them", "heat them"), by=cast.statistician)
    found = outcomes(parts().of(again).get())
    assert found.head.key == "80-500"
    assert [item.number for item in found.items] == ["pp1", "pp2", "1", "2"]
    assert "heat them" in found.items[2].text


def test_when_it_was_said_decides_what_its_next_session_is(cast: Cast) -> None:
    text = HOUSES.replace("eighty-first", "next")
    part = parts().of(bring(text, by=cast.coordinator)).get()
    assert outcomes(part).items[3].clauses[0].windows != ("session:GA81",)
    correct_head(part, HEAD, by=cast.coordinator)
    part.refresh_from_db()
    assert outcomes(part).items[3].clauses[0].windows == ("session:GA81",)


def test_who_does_not_keep_the_texts_brings_none(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        bring(HOUSES, by=cast.first_responder)


@pytest.mark.parametrize("text", ["", "1. Peel the apples.\n2. Bake them.", "\0\1\2" * 40])
def test_what_is_no_resolution_is_refused_with_a_sentence(text: str, cast: Cast) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        bring(text, by=cast.coordinator)
