"""From the desk of a house to the page of the need and back, as a browser gets the pages."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.people.codes import choices
from amparo.people.models import User
from amparo.referrals.actions.offers import decline
from amparo.referrals.asking.actions import answer_question, ask
from amparo.referrals.models import Offer
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
DESK = "/referrals/desk/"
MEDICINE = "Is medicine needed tonight?"


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


@pytest.fixture
def made(cast: Cast, case: Case) -> Offer:
    return files.offered(cast, case)


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_story_of_a_question(cast: Cast, case: Case, made: Offer, client_of: Browser) -> None:
    house, seeker = client_of(cast.provider), client_of(cast.first_responder)
    address = reverse("referrals:ask", args=[made.pk])
    assert address in shown(house, DESK)
    page = shown(house, address)
    assert "What must you know before you answer?" in page
    assert case.reference not in page and case.pseudonym not in page
    sent = house.post(address, {"codes": ["medicine_tonight"], "key": uuid4()}, follow=True)
    assert "Asked. The answer will stand with the offer." in sent.content.decode()
    assert MEDICINE in shown(house, DESK) and "no answer yet" in shown(house, DESK)
    assert MEDICINE not in shown(house, address).partition("</form>")[0], "it is asked once"

    assert "1 question waits for your answer" in shown(seeker, "/")
    need = reverse("referrals:place", args=[made.need_id])
    with acting_as(cast.first_responder):
        answer = reverse("referrals:answer", args=[made.questions.get().pk])
    assert answer in shown(seeker, need)
    done = seeker.post(answer, {"answer": "yes", "key": uuid4(), "next": need}, follow=True)
    assert "The service reads your answer now." in done.content.decode()
    assert answer not in shown(seeker, need)
    assert f"{MEDICINE} <strong>Yes</strong>" in shown(house, DESK)
    assert "question waits" not in shown(seeker, "/")
    assert f"{MEDICINE} Yes" in shown(seeker, reverse("cases:detail", args=[case.reference]))


def test_a_question_stands_on_the_board_with_its_buttons(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    board = shown(client_of(cast.coordinator), "/referrals/board/")
    assert "Is a bed for a baby needed?" in board
    assert reverse("referrals:answer", args=[question.pk]) in board


def test_who_asks_nothing_is_told_which_field(cast: Cast, made: Offer, client_of: Browser) -> None:
    page = client_of(cast.provider).post(reverse("referrals:ask", args=[made.pk]), {"key": uuid4()})
    assert "Choose at least one question." in page.content.decode()


@pytest.mark.parametrize("sent", ["", "perhaps"])
def test_an_answer_is_one_of_three(sent: str, cast: Cast, made: Offer, client_of: Browser) -> None:
    (question,) = ask(made, ["cot"], by=cast.provider)
    address = reverse("referrals:answer", args=[question.pk])
    page = client_of(cast.first_responder).post(address, {"answer": sent}, follow=True)
    assert "The service reads your answer now." not in page.content.decode()
    assert address in page.content.decode()


def test_once_everything_was_asked_the_desk_offers_no_more(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    ask(made, [code for code, _ in choices("offer_questions")], by=cast.provider)
    assert reverse("referrals:ask", args=[made.pk]) not in shown(client_of(cast.provider), DESK)


def test_after_a_no_the_questions_still_stand_and_no_button_does(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    cot, animal = ask(made, ["cot", "animal"], by=cast.provider)
    answer_question(cot, "no", by=cast.first_responder)
    decline(made, by=cast.provider, reason="other")
    page = shown(client_of(cast.first_responder), reverse("referrals:place", args=[made.need_id]))
    assert "Is a bed for a baby needed? <strong>No</strong>" in page
    assert reverse("referrals:answer", args=[animal.pk]) not in page
    address = reverse("referrals:answer", args=[animal.pk])
    late = client_of(cast.first_responder).post(address, {"answer": "yes"}, follow=True)
    assert "This offer is closed: declined." in late.content.decode()
