"""What the page of a need shows of many services, and what stays together."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.directory.models import Service
from amparo.directory.queries import services
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, hold, offer, recall, release
from amparo.referrals.matching import SHOWN, best_for, match, obstacles, places_needed
from amparo.referrals.models import Need, Offer
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.consented(cast)


def a_need(cast: Cast, case: Case, **fields: Any) -> Need:
    given = {"kind": "shelter", "urgency": "days", "region": "QV01", **fields}
    return record_need(case, by=cast.first_responder, **given)


def seen(service: Service) -> Service:
    return services().get(pk=service.pk)


def with_two_children(cast: Cast, case: Case) -> Need:
    need = a_need(cast, case)
    need.dependants = 2
    with acting_as(cast.first_responder):
        need.save()
    return need


def page(client: Client, need: Need, query: str = "") -> str:
    address = reverse("referrals:place", args=[need.pk])
    return client.get(address + query).content.decode()


def test_many_that_fit_are_shown_some_at_a_time(cast: Cast, case: Case, client_of: Browser) -> None:
    for number in range(SHOWN + 3):
        files.service(cast, name_en=f"House {number:02}", places_total=99, places_free=99 - number)
    need, client = a_need(cast, case), client_of(cast.first_responder)
    first, second = page(client, need), page(client, need, "?page=2")
    assert "23</bdi> services fit" in first
    assert "House 00" in first and "House 20" not in first
    assert "House 20" in second and "House 19" not in second
    assert "House 22" in page(client, need, "?page=99")
    assert "House 00" in page(client, need, "?page=last")


def test_of_many_that_cannot_the_page_says_how_many_and_why(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    for _ in range(SHOWN + 2):
        files.service(cast, places_free=0)
    files.service(cast, places_free=0, sexes=["M"], name_en="House of two reasons")
    need = a_need(cast, case)
    found = match(need)
    assert (found.fit, found.other, found.more) == (0, 23, 3)
    assert [(reason.code, n) for reason, n in found.against] == [("no_place", 23), ("sex", 1)]
    html = page(client_of(cast.first_responder), need)
    assert "House of two reasons" not in html, "those with the fewest reasons stand first"
    assert "3</bdi> more that do not fit" in html


def test_the_board_finds_for_several_needs_at_once_what_the_page_finds(
    cast: Cast, case: Case
) -> None:
    for number in range(6):
        files.service(cast, places_total=9, places_free=9 - number, dependants=number % 2 == 0)
    needs = [a_need(cast, case), with_two_children(cast, case), a_need(cast, case, kind="health")]
    found = best_for(needs, 4)
    assert [len(found[need]) for need in needs] == [4, 3, 0]
    for need in needs:
        assert found[need] == [each.service for each in match(need).fits][:4]
    asked = found[needs[0]][0]
    offer(needs[0], asked, by=cast.first_responder)
    with acting_as(cast.first_responder):
        assert asked not in best_for(needs[:1], 9)[needs[0]]


def test_a_family_is_never_taken_apart(cast: Cast, case: Case) -> None:
    need = with_two_children(cast, case)
    home = files.service(cast, places_total=4, places_free=2)
    assert obstacles(need, seen(home)) == ("family_apart",)
    Service.objects.filter(pk=home.pk).update(capacity_unit="room")
    assert obstacles(need, seen(home)) == ()
    assert places_needed(need, seen(home)) == 1


def for_a_family(cast: Cast, case: Case, **fields: Any) -> Offer:
    need = with_two_children(cast, case)
    return offer(need, seen(files.service(cast, **fields)), by=cast.first_responder)


def test_a_place_for_each_is_held_and_let_go_together(cast: Cast, case: Case) -> None:
    made = for_a_family(cast, case, places_total=6, places_free=5)
    other = a_need(cast, case)
    hold(made, by=cast.provider)
    assert (seen(made.service).places_held, seen(made.service).places_open) == (3, 2)
    assert obstacles(with_two_children(cast, case), seen(made.service)) == ("family_apart",)
    assert obstacles(other, seen(made.service)) == ()
    release(made, by=cast.provider)
    assert seen(made.service).places_open == 5
    accept(made, by=cast.provider)
    assert (seen(made.service).places_free, seen(made.service).places_held) == (2, 0)


def test_who_held_fewer_places_leaves_a_family_too_few(cast: Cast, case: Case) -> None:
    made = for_a_family(cast, case, places_total=6, places_free=4)
    other = offer(a_need(cast, case), seen(made.service), by=cast.first_responder)
    third = offer(a_need(cast, case), seen(made.service), by=cast.first_responder)
    hold(other, by=cast.provider)
    hold(third, by=cast.provider)
    for deed in (hold, accept):
        with pytest.raises(Refused, match="Too few places are left for the family"):
            deed(made, by=cast.provider)
    decline(third, by=cast.provider, reason="other")
    accept(made, by=cast.provider)
    accept(other, by=cast.provider)
    assert seen(made.service).places_free == 0


def test_a_family_that_lost_its_room_is_told(cast: Cast, case: Case) -> None:
    made = for_a_family(cast, case, places_total=6, places_free=3)
    accept(offer(a_need(cast, case), seen(made.service), by=cast.first_responder), by=cast.provider)
    with pytest.raises(Refused, match="Fewer than the 3 places"):
        accept(made, by=cast.provider)


def lately(service: Service) -> tuple[int, int]:
    return seen(service).asked_lately, seen(service).in_time_lately


def test_how_a_service_answers_is_counted_with_each_answer(cast: Cast, case: Case) -> None:
    first = files.offered(cast, case, places_total=9, places_free=9)
    home, start = first.service, clock.now()
    decline(first, by=cast.provider, reason="other")
    assert lately(home) == (1, 1)
    late = offer(a_need(cast, case), seen(home), by=cast.first_responder)
    silent = offer(a_need(cast, case), seen(home), by=cast.first_responder)
    soon = offer(a_need(cast, case), seen(home), by=cast.first_responder)
    recall(soon, by=cast.first_responder)
    with clock.at(late.reply_by + timedelta(minutes=1)):
        decline(late, by=cast.provider, reason="other")
        assert lately(home) == (3, 1), "one that is overdue counts, one recalled in time does not"
        recall(silent, by=cast.first_responder)
        assert lately(home)[1] == 1
    with clock.at(start + timedelta(days=200)):
        again = offer(a_need(cast, case), seen(home), by=cast.first_responder)
        accept(again, by=cast.provider)
        assert lately(home) == (1, 1), "what lies longer back counts no more"


def test_silence_counts_though_the_service_never_answers(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    with clock.at(made.reply_by + timedelta(minutes=1)):
        recall(made, by=cast.first_responder)
    assert lately(made.service) == (1, 0)


def test_late_answers_and_old_numbers_are_said_as_cautions(cast: Cast, case: Case) -> None:
    files.service(cast, asked_lately=4, in_time_lately=1, languages=["fr"])
    prompt = files.service(cast, asked_lately=4, in_time_lately=3, languages=["fr"])
    Service.objects.filter(pk=prompt.pk).update(places_updated_at=clock.now())
    first, second = match(a_need(cast, case)).fits
    assert first.service == prompt
    assert "answers" in {reason.code for reason in first.why}
    assert {reason.code for reason in second.cautions} >= {"answers", "fresh", "language"}
