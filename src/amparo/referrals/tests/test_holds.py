"""A place held for an offer: nobody else takes it, and the clock lets it go."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.models import Case
from amparo.directory.actions.places import set_places
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, hold, offer, recall, release
from amparo.referrals.matching import obstacles
from amparo.referrals.models import Need, Offer
from support import files
from support.cast import Cast

HOLD = timedelta(hours=country().clocks["place_hold"].amount)
Browser = Callable[[User], Client]


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.consented(cast)


@pytest.fixture
def asked(cast: Cast, case: Case) -> tuple[Offer, Offer]:
    """Two offers to a house with one place."""
    first = files.offered(cast, case, places_total=4, places_free=1)
    second = offer(a_need(cast, case), seen(first.service), by=cast.first_responder)
    return first, second


def a_need(cast: Cast, case: Case) -> Need:
    return record_need(
        case, by=cast.first_responder, kind="shelter", urgency="days", region="north"
    )


def seen(service: Service) -> Service:
    return services().get(pk=service.pk)


def test_a_held_place_is_free_for_nobody_else(cast: Cast, asked: tuple[Offer, Offer]) -> None:
    first, second = asked
    hold(first, by=cast.provider)
    service = seen(first.service)
    assert (service.places_free, service.places_held, service.places_open) == (1, 1, 0)
    assert obstacles(second.need, service) == ("all_held",)
    with pytest.raises(Refused, match="held for somebody else until"):
        accept(second, by=cast.provider)
    with pytest.raises(Refused, match="held for somebody else until"):
        hold(second, by=cast.provider)
    accept(first, by=cast.provider)
    assert (seen(first.service).places_free, seen(first.service).places_held) == (0, 0)


def test_the_clock_lets_it_go_to_the_second(cast: Cast, asked: tuple[Offer, Offer]) -> None:
    first, second = asked
    start = clock.now()
    with clock.at(start):
        hold(first, by=cast.provider)
    with clock.at(start + HOLD - timedelta(seconds=1)), pytest.raises(Refused):
        accept(second, by=cast.provider)
    with clock.at(start + HOLD):
        assert seen(first.service).places_open == 1
        accept(second, by=cast.provider)
        with pytest.raises(Refused, match="no place free"):
            accept(first, by=cast.provider)


def test_it_is_held_anew_once_it_was_let_go(cast: Cast, asked: tuple[Offer, Offer]) -> None:
    first, _ = asked
    start = clock.now()
    for moment in (start, start + HOLD * 2):
        with clock.at(moment):
            hold(first, by=cast.provider)
            assert seen(first.service).places_held == 1
            release(first, by=cast.provider)
            assert seen(first.service).places_held == 0
            with pytest.raises(Refused, match="No place is held"):
                release(first, by=cast.provider)


def test_of_two_held_places_of_which_one_is_gone_the_first_holder_has_the_other(
    cast: Cast, case: Case
) -> None:
    first = files.offered(cast, case, places_total=4, places_free=2)
    second = offer(a_need(cast, case), seen(first.service), by=cast.first_responder)
    start = clock.now()
    with clock.at(start):
        hold(first, by=cast.provider)
    with clock.at(start + timedelta(minutes=5)):
        hold(second, by=cast.provider)
        set_places(first.service, 1, by=cast.provider)
        with pytest.raises(Refused, match="held for somebody else until"):
            accept(second, by=cast.provider)
        accept(first, by=cast.provider)


@pytest.mark.parametrize("how", ["declined", "recalled"])
def test_no_place_stays_held_for_an_offer_that_is_closed(
    how: str, cast: Cast, asked: tuple[Offer, Offer]
) -> None:
    first, second = asked
    hold(first, by=cast.provider)
    if how == "declined":
        decline(first, by=cast.provider, reason="other")
    else:
        recall(first, by=cast.first_responder)
    assert seen(first.service).places_open == 1
    accept(second, by=cast.provider)


def test_only_the_unit_that_was_asked_holds(cast: Cast, asked: tuple[Offer, Offer]) -> None:
    first, _ = asked
    with pytest.raises(Refused, match="another unit"):
        hold(first, by=cast.second_provider)
    hold(first, by=cast.provider)
    with pytest.raises(Refused, match="another unit"):
        release(first, by=cast.second_provider)
    assert entries().filter(action="held a place").count() == 1


def pressed(client: Client, name: str, made: Offer) -> str:
    """The page after the button."""
    address = reverse(f"referrals:{name}", args=[made.pk])
    answer = client.post(address, {"key": str(uuid4())}, follow=True)
    return answer.content.decode()


def test_it_is_held_and_let_go_on_the_desk(
    cast: Cast, asked: tuple[Offer, Offer], client_of: Browser
) -> None:
    first, second = asked
    client = client_of(cast.provider)
    html = pressed(client, "hold", first)
    assert "A place is held. Say yes or no before the hold ends." in html
    assert reverse("referrals:release", args=[first.pk]) in html
    assert "1 place free of 4, 1 held for somebody" in html
    other = reverse("referrals:hold", args=[second.pk])
    assert other not in html, "there is none left to hold"
    assert other in pressed(client, "release", first)
