"""From a file to the services that fit, as a browser gets the pages."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import decline, offer
from amparo.referrals.models import Need
from amparo.referrals.queries import needs_for, offers_for
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
ASKED = {"kind": "shelter", "urgency": "tonight", "region": "QV01", "avoid_region": "QV02"}


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def a_need(cast: Cast, case: Case, **fields: Any) -> Need:
    given = {"kind": "shelter", "urgency": "tonight", "region": "QV01", **fields}
    return record_need(case, by=cast.first_responder, **given)


def place(client: Client, need: Need) -> str:
    response = client.get(reverse("referrals:place", args=[need.pk]))
    assert response.status_code == 200
    return response.content.decode()


def ask(client: Client, need: Need, slug: str, **data: object) -> str:
    address = reverse("referrals:offer", args=[need.pk, slug])
    return client.post(address, {"key": uuid4(), **data}, follow=True).content.decode()


def test_a_need_leads_to_the_services_that_fit(cast: Cast, case: Case, client_of: Browser) -> None:
    client = client_of(cast.first_responder)
    answer = client.post(reverse("referrals:need", args=[case.reference]), ASKED, follow=True)
    html = answer.content.decode()
    assert "Who can take this person tonight?" in html
    with acting_as(cast.first_responder):
        need = needs_for(cast.first_responder).get()
    assert (need.region, need.avoid_region, need.sex) == ("QV01", "QV02", case.sex)


def test_a_need_sent_twice_is_recorded_once(cast: Cast, case: Case, client_of: Browser) -> None:
    client, sent = client_of(cast.first_responder), {**ASKED, "key": uuid4()}
    for _ in range(2):
        client.post(reverse("referrals:need", args=[case.reference]), sent)
    with acting_as(cast.first_responder):
        assert needs_for(cast.first_responder).count() == 1


WRONG = {
    "What is needed?:": {"kind": ""},
    "How soon?:": {"urgency": "whenever"},
    "In which region?:": {"region": ""},
    "Region to keep away from: A place cannot be sought": {"avoid_region": "QV01"},
}


@pytest.mark.parametrize("words", WRONG)
def test_the_summary_names_the_field_at_fault(
    cast: Cast, case: Case, client_of: Browser, words: str
) -> None:
    address, sent = reverse("referrals:need", args=[case.reference]), {**ASKED, **WRONG[words]}
    answer = client_of(cast.first_responder).post(address, sent)
    assert words in answer.content.decode()
    with acting_as(cast.first_responder):
        assert not needs_for(cast.first_responder).exists()


def test_the_need_form_shows_what_is_sought_already(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    need = a_need(cast, case)
    html = client_of(cast.first_responder).get(
        reverse("referrals:need", args=[case.reference])
    ).content.decode()  # fmt: skip
    assert reverse("referrals:place", args=[need.pk]) in html


def test_each_service_says_why_or_why_not(cast: Cast, case: Case, client_of: Browser) -> None:
    files.service(cast, name_en="Fitting House", region="QV01")
    files.service(cast, "second_shelter", name_en="Full House", places_free=0)
    html = place(client_of(cast.first_responder), a_need(cast, case))
    assert html.index("Fitting House") < html.index("Full House")
    assert "speaks the person&#x27;s language" in html
    assert "has no place free" in html
    assert html.count("Offer without identity") == 1


def test_without_consent_the_page_says_so_first(cast: Cast, client_of: Browser) -> None:
    case = files.opened(cast)
    files.service(cast)
    html = place(client_of(cast.first_responder), a_need(cast, case))
    assert "No consent to support is recorded" in html
    assert reverse("cases:detail", args=[case.reference]) in html
    assert "Offer without identity" not in html


def test_when_nothing_fits_the_page_says_what_to_do(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    assert "No service fits" in place(client_of(cast.first_responder), a_need(cast, case))


def test_the_page_cites_the_rule_of_matching(cast: Cast, case: Case, client_of: Browser) -> None:
    assert "S4-V ¶2" in place(client_of(cast.first_responder), a_need(cast, case))


def test_an_offer_pressed_twice_is_made_once(cast: Cast, case: Case, client_of: Browser) -> None:
    need, service = a_need(cast, case), files.service(cast)
    client, key = client_of(cast.first_responder), uuid4()
    for _ in range(2):
        html = ask(client, need, service.slug, key=key)
    assert "without identity." in html
    assert "waiting for an answer" in html
    with acting_as(cast.first_responder):
        assert offers_for(cast.first_responder).count() == 1


def test_a_refused_offer_says_why(cast: Cast, case: Case, client_of: Browser) -> None:
    full = files.service(cast, places_free=0)
    html = ask(client_of(cast.first_responder), a_need(cast, case), full.slug)
    assert "This service cannot take the person" in html


def test_a_service_that_declined_is_shown_with_its_reason(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = files.offered(cast, case)
    decline(made, by=cast.provider, reason="no_language")
    html = place(client_of(cast.first_responder), made.need)
    assert html.count("Nobody speaks the language") == 2  # beside the service, among the offers
    assert "Offer without identity" in html


def test_an_offer_can_be_recalled(cast: Cast, case: Case, client_of: Browser) -> None:
    made = files.offered(cast, case)
    address = reverse("referrals:recall", args=[made.pk])
    html = client_of(cast.first_responder).post(address, follow=True).content.decode()
    assert "The offer is recalled." in html
    with acting_as(cast.first_responder):
        assert not offers_for(cast.first_responder).open().exists()


def test_a_unit_without_the_file_finds_neither_need_nor_offer(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    need, service = a_need(cast, case), files.service(cast)
    made = offer(need, service, by=cast.first_responder)
    client = client_of(cast.manager_b)
    for address in (
        reverse("referrals:need", args=[case.reference]),
        reverse("referrals:place", args=[need.pk]),
    ):
        assert client.get(address).status_code == 404
    for address in (
        reverse("referrals:offer", args=[need.pk, service.slug]),
        reverse("referrals:recall", args=[made.pk]),
    ):
        assert client.post(address).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "provider", "panel", "statistician", "auditor"])
def test_who_has_no_mandate_seeks_no_place(
    cast: Cast, case: Case, client_of: Browser, who: str
) -> None:
    need, client = a_need(cast, case), client_of(cast.users[who])
    for address in (
        reverse("referrals:need", args=[case.reference]),
        reverse("referrals:place", args=[need.pk]),
        reverse("referrals:board"),
    ):
        assert client.get(address).status_code == 403


@pytest.mark.asvs("3.5.3")
def test_a_button_answers_no_link(cast: Cast, case: Case, client_of: Browser) -> None:
    need, service = a_need(cast, case), files.service(cast)
    address = reverse("referrals:offer", args=[need.pk, service.slug])
    assert client_of(cast.first_responder).get(address).status_code == 405
