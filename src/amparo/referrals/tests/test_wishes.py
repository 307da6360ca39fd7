"""The person's own word on a service goes before every reason, and can be taken back."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import NotAllowed, Refused
from amparo.audit.queries import entries
from amparo.cases.models import Case
from amparo.directory.models import Service
from amparo.people.models import User
from amparo.referrals import words
from amparo.referrals.actions.needs import forget, record_need, say_wish, seek_again
from amparo.referrals.actions.offers import accept, offer
from amparo.referrals.matching import match, obstacles, wishes
from amparo.referrals.models import Need, Wish
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def a_need(cast: Cast, case: Case, **fields: Any) -> Need:
    given = {"kind": "shelter", "urgency": "days", "region": "north", **fields}
    return record_need(case, by=cast.first_responder, **given)


def two_houses(cast: Cast) -> tuple[Service, Service]:
    """The first one suits better: it is near."""
    near = files.service(cast, places_free=4)
    return near, files.service(cast, "second_shelter", region="south", languages=["fr"])


def shown(need: Need) -> list[Service]:
    return [found.service for found in match(need).fits]


def test_what_the_person_asks_for_comes_before_all_that_suits_better(
    cast: Cast, case: Case
) -> None:
    near, far = two_houses(cast)
    need = a_need(cast, case)
    assert shown(need) == [near, far]
    need = say_wish(need, far, Wish.WANTED, by=cast.first_responder)
    assert shown(need) == [far, near]
    first = match(need).fits[0]
    assert first.why[0].words.en == "the person asks for it"


def test_what_the_person_does_not_want_is_not_offered(cast: Cast, case: Case) -> None:
    near, far = two_houses(cast)
    need = say_wish(a_need(cast, case), near, Wish.UNWANTED, by=cast.first_responder)
    assert shown(need) == [far]
    assert obstacles(need, near) == ("not_wanted",)
    with pytest.raises(Refused, match="cannot take the person"):
        offer(need, near, by=cast.first_responder)


def test_the_word_is_taken_back_or_turned_round(cast: Cast, case: Case) -> None:
    near, _far = two_houses(cast)
    need, by = a_need(cast, case), cast.first_responder
    need = say_wish(need, near, Wish.UNWANTED, by=by)
    need = say_wish(need, near, Wish.WANTED, by=by)
    assert (need.wanted, need.unwanted) == ([near.pk], [])
    need = say_wish(need, near, Wish.NOTHING, by=by)
    assert (need.wanted, need.unwanted) == ([], [])
    said = [row.action for row in entries().of_case(case.pk).newest_first()[:3]]
    assert said == ["wish: nothing", "wish: wanted", "wish: unwanted"]


def test_a_wish_that_cannot_be_met_says_why(cast: Cast, case: Case) -> None:
    full = files.service(cast, places_free=0)
    need = say_wish(a_need(cast, case), full, Wish.WANTED, by=cast.first_responder)
    [wished] = wishes(need)
    assert [reason.code for reason in wished.why_not] == ["no_place"]


def test_the_word_goes_on_when_a_place_is_sought_again(cast: Cast, case: Case) -> None:
    near = files.service(cast, accessibility=["step_free"], languages=case.languages)
    far = files.service(cast, "second_shelter")
    need = a_need(cast, case, accessibility=["step_free"], language_needed=True)
    need = say_wish(need, far, Wish.UNWANTED, by=cast.first_responder)
    accept(offer(need, near, by=cast.first_responder), by=cast.provider)
    with acting_as(cast.first_responder):
        need.refresh_from_db()
    anew = seek_again(need, by=cast.first_responder)
    assert (anew.unwanted, anew.accessibility) == ([far.pk], ["step_free"])
    assert anew.language_needed
    with pytest.raises(Refused, match="accepted for this need already"):
        say_wish(need, far, Wish.NOTHING, by=cast.first_responder)


def test_only_who_may_seek_a_place_keeps_a_wish(cast: Cast, case: Case) -> None:
    near, _far = two_houses(cast)
    with pytest.raises(NotAllowed):
        say_wish(a_need(cast, case), near, Wish.WANTED, by=cast.manager_b)


def test_the_page_has_a_form_for_each_service_and_shows_the_word(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    near, far = two_houses(cast)
    need, client = a_need(cast, case), client_of(cast.first_responder)
    address = reverse("referrals:wish", args=[need.pk, far.slug])
    for wish, told in (("unwanted", "the person does not want it"), ("wanted", "asks for it")):
        sent = {"wish": wish, "key": uuid4()}
        html = client.post(address, sent, follow=True).content.decode()
        assert "The person's own wish" in html
        assert told in html
    assert html.count(reverse("referrals:wish", args=[need.pk, near.slug])) == 1
    sent = {"wish": "nothing", "key": uuid4()}
    html = client.post(address, sent, follow=True).content.decode()
    assert "own wish" not in html


def test_a_need_knows_the_forms_and_no_service_reads_them(cast: Cast, case: Case) -> None:
    need = a_need(cast, case, accessibility=["quiet_room"], language_needed=True)
    assert need.forms == case.forms
    need.forms = ["FORCED_CRIMINALITY"]
    told = f"{words.headline(need)} {words.in_words(need)}".lower()
    assert "needs: a quiet room." in told
    assert "no interpreter" in told
    assert "criminal" not in told


def test_what_described_the_person_goes_with_the_file(cast: Cast, case: Case) -> None:
    near, far = two_houses(cast)
    need = a_need(cast, case, accessibility=["quiet_room"])
    say_wish(need, far, Wish.UNWANTED, by=cast.first_responder)
    say_wish(need, near, Wish.WANTED, by=cast.first_responder)
    with acting_as(cast.first_responder):
        forget(case.pk)
        need.refresh_from_db()
    left = (need.accessibility, need.forms, need.wanted, need.unwanted, need.region)
    assert left == ([], [], [], [], "")
