"""The provider's desk: the need and nothing of the case, until a yes."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.directory.queries import services
from amparo.people.models import User
from amparo.referrals.models import Offer
from amparo.referrals.queries import desk_of
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
DESK = "/referrals/desk/"


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


@pytest.fixture
def made(cast: Cast, case: Case) -> Offer:
    return files.offered(cast, case)


def shown(client: Client, address: str = DESK) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def state(made: Offer, cast: Cast) -> str:
    with acting_as(cast.provider):
        return desk_of(cast.provider).get(pk=made.pk).state


def names_nothing_of(case: Case, html: str) -> bool:
    secrets = (case.reference, case.pseudonym, str(case.pk), str(case.screening_id), "Zorvanela")
    return not any(secret in html for secret in secrets)


def test_the_desk_asks_with_the_need_and_the_time_left(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    html = shown(client_of(cast.provider))
    for words in (
        "Can we say yes?",
        "Shelter",
        "Female, adult.",
        "Speaks English.",
        "due in 59 min",
    ):
        assert words in html


def test_before_a_yes_no_page_of_the_provider_names_the_case(
    cast: Cast, case: Case, made: Offer, client_of: Browser
) -> None:
    client = client_of(cast.provider)
    for address in (DESK, reverse("referrals:decline", args=[made.pk]), "/", "/files/"):
        assert names_nothing_of(case, shown(client, address)), address


def test_after_a_no_the_desk_still_names_nothing(
    cast: Cast, case: Case, made: Offer, client_of: Browser
) -> None:
    client = client_of(cast.provider)
    client.post(reverse("referrals:decline", args=[made.pk]), {"reason": "no_language"})
    html = shown(client)
    assert "Nobody speaks the language" in html
    assert names_nothing_of(case, html)


def test_a_yes_opens_the_file(cast: Cast, case: Case, made: Offer, client_of: Browser) -> None:
    client, file = client_of(cast.provider), reverse("cases:detail", args=[case.reference])
    assert client.get(file).status_code == 404
    html = client.post(reverse("referrals:accept", args=[made.pk]), follow=True).content.decode()
    assert "The file is now shared with your unit" in html
    assert file in html
    assert client.get(file).status_code == 200


def test_a_yes_sent_twice_takes_one_place(cast: Cast, made: Offer, client_of: Browser) -> None:
    client, key = client_of(cast.provider), uuid4()
    for _ in range(2):
        client.post(reverse("referrals:accept", args=[made.pk]), {"key": key})
    assert state(made, cast) == "accepted"
    assert services().get(pk=made.service_id).places_free == 1


def test_a_second_yes_is_told_that_the_offer_is_closed(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    client, address = client_of(cast.provider), reverse("referrals:accept", args=[made.pk])
    client.post(address)
    assert "This offer is closed: accepted." in client.post(address, follow=True).content.decode()


def test_a_no_needs_its_reason(cast: Cast, made: Offer, client_of: Browser) -> None:
    address = reverse("referrals:decline", args=[made.pk])
    html = client_of(cast.provider).post(address, {"reason": ""}).content.decode()
    assert "Why can you not take this person?:" in html
    assert "<title>Error: " in html
    assert state(made, cast) == "offered"


def test_a_no_sent_twice_is_said_once(cast: Cast, made: Offer, client_of: Browser) -> None:
    client, sent = client_of(cast.provider), {"reason": "no_place", "key": uuid4()}
    for _ in range(2):
        answer = client.post(reverse("referrals:decline", args=[made.pk]), sent)
        assert answer.status_code == 302
    with acting_as(cast.provider):
        assert made.statuses.filter(state="declined").count() == 1


def test_a_no_to_a_closed_offer_is_refused_with_a_sentence(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    client = client_of(cast.provider)
    client.post(reverse("referrals:accept", args=[made.pk]))
    html = client.post(
        reverse("referrals:decline", args=[made.pk]), {"reason": "no_place"}
    ).content.decode()  # fmt: skip
    assert "This offer is closed: accepted." in html


def test_the_two_buttons_of_our_places_lead_back_to_the_desk(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    client, address = client_of(cast.provider), reverse("directory:count", args=[made.service.slug])
    assert address in shown(client)
    answer = client.post(address, {"change": 1, "next": DESK})
    assert answer.headers["Location"] == DESK
    assert services().get(pk=made.service_id).places_free == 3


def test_an_empty_desk_says_how_an_offer_comes(cast: Cast, client_of: Browser) -> None:
    assert "It never names the person" in shown(client_of(cast.provider))


def test_another_provider_does_not_find_the_offer(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    client = client_of(cast.second_provider)
    assert "due in" not in shown(client)
    for name in ("accept", "decline"):
        address = reverse(f"referrals:{name}", args=[made.pk])
        assert client.post(address, {"reason": "other"}).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "coordinator", "first_responder", "panel"])
def test_who_runs_no_service_has_no_desk(
    cast: Cast, made: Offer, client_of: Browser, who: str
) -> None:
    client = client_of(cast.users[who])
    assert client.get(DESK).status_code == 403
    assert client.post(reverse("referrals:accept", args=[made.pk])).status_code == 403


def test_the_home_page_of_a_provider_shows_what_waits(
    cast: Cast, made: Offer, client_of: Browser
) -> None:
    html = shown(client_of(cast.provider), "/")
    assert f"{DESK}#offer-{made.pk}" in html
