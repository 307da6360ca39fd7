from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from amparo.access.standing import Refused
from amparo.commitments.datafiles import TEXTS
from amparo.commitments.following.models import Charge, Institution
from amparo.commitments.loading.actions.looking import (
    bring,
    correct_asks,
    correct_head,
    correct_text,
    enter,
    leave_out,
    look_again,
)
from amparo.commitments.loading.models import LoadedPart
from amparo.commitments.loading.outcomes import outcomes
from amparo.commitments.loading.queries import parts
from amparo.commitments.loading.tests.test_corrections import HEAD, operative
from amparo.commitments.loading.tests.texts import HOUSES
from amparo.commitments.models import Place
from amparo.commitments.queries import asks, documents, paragraphs
from amparo.methods import clock
from support.cast import Cast


@pytest.fixture
def entered(houses: LoadedPart, cast: Cast) -> LoadedPart:
    correct_head(houses, HEAD, by=cast.coordinator)
    enter(houses, by=cast.coordinator)
    return parts().get(pk=houses.pk)


def again(text: str, cast: Cast) -> LoadedPart:
    return parts().of(bring(text, by=cast.coordinator)).get()


def test_nothing_enters_before_somebody_has_looked(houses: LoadedPart) -> None:
    assert not documents().filter(shipped=False).exists()
    assert not paragraphs().filter(text__contains="safe houses").exists()


def test_a_text_that_nobody_can_cite_does_not_enter(houses: LoadedPart, cast: Cast) -> None:
    with pytest.raises(Refused, match="how this text is cited"):
        enter(houses, by=cast.coordinator)


def test_what_entered_is_followed_up(entered: LoadedPart) -> None:
    document = documents().get(pk="80-500")
    assert (document.body, document.year, document.status) == ("GA", 2025, "adopted")
    assert [ask.number for ask in asks().of(document)] == ["1", "2", "3"]
    report = asks().of(document).get(number="2")
    assert report.window == "session:GA81"
    assert asks().of(document).get(number="1").instruments == ["TIP-PROTOCOL"]
    assert "81st session" in report.window_en
    assert report.addressees_fr == ["Secrétaire général"]
    assert paragraphs().of(document).preambular().count() == 2


def test_a_paragraph_without_a_number_does_not_enter(houses: LoadedPart, cast: Cast) -> None:
    correct_head(houses, HEAD, by=cast.coordinator)
    outcome = outcomes(houses).paragraphs[operative(houses, "1")]
    correct_text(
        houses, outcome, outcome.read.text, by=cast.coordinator, place=Place.DECISION, number=""
    )
    with pytest.raises(Refused, match="Write it like 5"):
        enter(houses, by=cast.coordinator)


def test_a_text_does_not_take_the_name_of_another(entered: LoadedPart, cast: Cast) -> None:
    other = again(HOUSES.replace("The General Assembly", "On ships\n\nThe General Assembly"), cast)
    correct_head(other, HEAD | {"title": "On ships"}, by=cast.coordinator)
    with pytest.raises(Refused, match="Another text is cited as 80-500"):
        enter(other, by=cast.coordinator)
    assert documents().get(pk="80-500").title_en == "Safe houses"


def test_what_was_corrected_in_a_text_of_the_product_stays_when_it_is_loaded(cast: Cast) -> None:
    call_command("load_texts", stdout=StringIO())
    part = again((TEXTS / "s0-ccpcj-2018-children-digital.fr.txt").read_text("utf-8"), cast)
    outcome = outcomes(part).paragraphs[operative(part, "6")]
    clause = replace(outcome.said[0].clauses[0], windows=("yearly:09-01",))
    correct_asks(part, outcome, [[clause]], by=cast.coordinator)
    enter(part, by=cast.coordinator)
    call_command("load_texts", stdout=StringIO())
    kept = asks().get(document="S0", number="6").clauses.get()
    assert kept.windows == ["yearly:09-01"]


def test_a_paragraph_of_odd_length_enters_all_the_same(cast: Cast) -> None:
    dates = ", ".join(f"by {day} March 20{year}" for year in range(30, 60) for day in (1, 15))
    text = HOUSES.replace("to open safe houses", f"to open safe houses {dates}, x{'y' * 900}")
    part = again(text, cast)
    correct_head(part, HEAD, by=cast.coordinator)
    enter(part, by=cast.coordinator)
    assert asks().filter(document="80-500").count() == 3


def test_two_paragraphs_of_one_number_do_not_enter(houses: LoadedPart, cast: Cast) -> None:
    correct_head(houses, HEAD, by=cast.coordinator)
    outcome = outcomes(houses).paragraphs[operative(houses, "1")]
    correct_text(
        houses, outcome, outcome.read.text, by=cast.coordinator, place=Place.OPERATIVE, number="2"
    )
    with pytest.raises(Refused, match="number 2"):
        enter(houses, by=cast.coordinator)


def test_an_ask_stays_the_same_one_when_its_text_comes_again(
    entered: LoadedPart, cast: Cast
) -> None:
    before = asks().get(document="80-500", number="2")
    asks().filter(pk=before.pk).update(text_en="Report on safe houses.")
    part = again(HOUSES.replace("the houses opened", "the houses opened and staffed"), cast)
    enter(part, by=cast.coordinator)
    after = asks().get(document="80-500", number="2")
    assert (after.pk, after.text_en) == (before.pk, "Report on safe houses.")
    assert "staffed" in after.clauses.get().words


def test_what_was_acted_upon_is_not_lost_with_its_paragraph(
    entered: LoadedPart, cast: Cast
) -> None:
    ask = asks().get(document="80-500", number="3")
    ministry = Institution.objects.create(name_en="Ministry of Houses", name_fr="Ministère")
    Charge.objects.create(ask=ask, institution=ministry, by=cast.coordinator, at=clock.now())
    part = again(HOUSES, cast)
    outcome = outcomes(part).paragraphs[operative(part, "3")]
    correct_text(part, outcome, "", by=cast.coordinator, place=Place.OPERATIVE, number="3")
    with pytest.raises(Refused, match="¶3"):
        enter(part, by=cast.coordinator)
    assert asks().filter(document="80-500").count() == 3


def test_a_text_that_was_looked_at_is_opened_again_to_change_it(
    entered: LoadedPart, cast: Cast
) -> None:
    with pytest.raises(Refused, match="looked at already"):
        leave_out(entered, by=cast.coordinator)
    look_again(entered, by=cast.coordinator)
    leave_out(entered, by=cast.coordinator)
    assert parts().get(pk=entered.pk).state == "left_out"
    assert documents().filter(pk="80-500").exists()


def test_the_texts_of_the_product_do_not_take_another_away(
    entered: LoadedPart,
) -> None:
    call_command("load_texts", stdout=StringIO())
    assert documents().filter(pk="80-500").exists()
    assert asks().count() == 136 + 3
