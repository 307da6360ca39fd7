"""“Move to…”: who is offered which move on a card, and what a move does or says."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.people.models import Mandate, User
from amparo.people.queries import as_of_now
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, recall
from amparo.referrals.board import Column, columns
from amparo.referrals.models import Offer
from amparo.referrals.moves import Group, mover, moves
from amparo.referrals.queries import needs_for, offers_for
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
Prepare = Callable[[Cast, Case], Offer]
BOARD = "/referrals/board/"
THERE = f"{BOARD}?kind=shelter"


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def menu(user: User, need: UUID) -> list[Group]:
    with acting_as(user):
        row = needs_for(user).with_offers().get(pk=need)
        return moves(row, mover(user, [row]))


def deeds(user: User, need: UUID) -> dict[str, list[str]]:
    """What the card's menu has for this person, by the column it leads to."""
    return {
        group.to.value: sorted({choice.value.partition(":")[0] for choice in group.choices})
        for group in menu(user, need)
    }


def move(client: Client, need: UUID, value: str) -> str:
    sent = {"key": uuid4(), "move": value, "next": THERE}
    address = reverse("referrals:move", args=[need])
    return client.post(address, sent, follow=True).content.decode()


def column_of(user: User, need: UUID) -> str:
    with acting_as(user):
        filled = columns(user, {})
    (found,) = [each.column.value for each in filled for row in each.needs if row.pk == need]
    return found


def asked(cast: Cast, case: Case) -> Offer:
    return files.offered(cast, case)


def refused(cast: Cast, case: Case) -> Offer:
    return decline(files.offered(cast, case), by=cast.provider, reason="no_place")


def met(cast: Cast, case: Case) -> Offer:
    return accept(files.offered(cast, case), by=cast.provider)


FOLLOWS: dict[Prepare, dict[str, list[str]]] = {
    asked: {"refused": ["recall"]},
    refused: {"waiting": ["offer"]},
    met: {"unasked": ["again"]},
}
MOVED: dict[Prepare, tuple[str, str]] = {
    asked: ("recall:{offer}", "refused"),
    refused: ("offer:{slug}", "waiting"),
}


def coordinates_too(cast: Cast) -> User:
    """The provider, whose unit has the mandate of a coordinator beside its own."""
    unit = cast.units["shelter"]
    unit.mandates = [Mandate.SERVICE_PROVIDER, Mandate.COORDINATOR]
    unit.save()
    return as_of_now(cast.provider)


@pytest.mark.parametrize("name", ["first_responder", "manager_a", "coordinator"])
@pytest.mark.parametrize("prepare", FOLLOWS)
def test_whoever_seeks_a_place_is_offered_what_can_follow(
    name: str, prepare: Prepare, cast: Cast, case: Case
) -> None:
    assert deeds(cast.users[name], prepare(cast, case).need_id) == FOLLOWS[prepare]


def test_a_need_that_nobody_was_asked_for_goes_to_a_service_that_fits(
    cast: Cast, case: Case
) -> None:
    files.service(cast)
    files.service(cast, unit="second_shelter", places_free=0)
    need = record_need(
        case, by=cast.first_responder, kind="shelter", urgency="days", region="north"
    )
    (group,) = menu(cast.coordinator, need.pk)
    assert group.to == Column.WAITING
    assert [choice.label.partition(" (")[0] for choice in group.choices] == [
        "Offer to House shelter"
    ]


def test_only_the_unit_that_was_asked_may_accept_or_decline(cast: Cast, case: Case) -> None:
    made = asked(cast, case)
    assert deeds(coordinates_too(cast), made.need_id) == {
        "refused": ["decline", "recall"],
        "placed": ["accept"],
    }


@pytest.mark.parametrize("prepare", MOVED)
def test_a_move_takes_the_card_to_its_column_and_comes_back_to_the_same_board(
    prepare: Prepare, cast: Cast, case: Case, client_of: Browser
) -> None:
    made, client = prepare(cast, case), client_of(cast.coordinator)
    (value, to), address = MOVED[prepare], reverse("referrals:move", args=[made.need_id])
    value = value.format(offer=made.pk, slug=made.service.slug)
    sent = {"key": uuid4(), "move": value, "next": THERE}
    for _ in range(2):  # sent twice, it acts once
        assert client.post(address, sent).headers["Location"] == THERE
    assert column_of(cast.coordinator, made.need_id) == to


def test_a_unit_that_answers_and_coordinates_accepts_from_the_board(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = asked(cast, case)
    client = client_of(coordinates_too(cast))
    wrong = move(client, made.need_id, f"decline:{made.pk}:because")
    assert "Choose a reason of the list." in wrong
    assert "Accepted: the file is now shared" in move(client, made.need_id, f"accept:{made.pk}")
    assert column_of(cast.coordinator, made.need_id) == "placed"


def test_a_unit_that_was_not_asked_accepts_nothing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made, client = asked(cast, case), client_of(cast.coordinator)
    html = move(client, made.need_id, f"accept:{made.pk}")
    assert "Your unit has no mandate for this." in html
    assert column_of(cast.coordinator, made.need_id) == "waiting"


def test_a_place_that_serves_no_more_is_sought_again_once(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made, client = met(cast, case), client_of(cast.manager_a)
    assert "A place is sought again" in move(client, made.need_id, "again")
    with acting_as(cast.manager_a):
        newest = needs_for(cast.manager_a).unmet().get()
    assert (newest.kind, newest.region) == ("shelter", "north")
    assert "being sought for this person already" in move(client, made.need_id, "again")
    with acting_as(cast.manager_a):
        assert needs_for(cast.manager_a).unmet().count() == 1


def test_a_refused_move_says_why_and_leaves_the_card(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made, client = asked(cast, case), client_of(cast.coordinator)
    recall(made, by=cast.manager_a)
    full = files.service(cast, unit="second_shelter", places_free=0)
    for value, said in {
        f"recall:{made.pk}": "This offer is closed: recalled.",
        f"offer:{full.slug}": "cannot take the person",
        "offer:nowhere": "takes nobody any more",
        f"recall:{uuid4()}": "not there any more",
        "again": "being sought for this person already",
        "": "Choose where the card goes.",
        "accept:' OR 1=1": "Enter a valid value.",
    }.items():
        assert said in move(client, made.need_id, value), value
    assert column_of(cast.coordinator, made.need_id) == "refused"


def test_nobody_moves_a_card_of_a_file_that_is_not_theirs(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = asked(cast, case)
    address, sent = reverse("referrals:move", args=[made.need_id]), {"move": f"recall:{made.pk}"}
    assert client_of(cast.manager_b).post(address, sent).status_code == 404
    assert client_of(cast.provider).post(address, sent).status_code == 403
    assert client_of(cast.coordinator).get(address).status_code == 405
    with acting_as(cast.coordinator):
        assert offers_for(cast.coordinator).open().get() == made


def test_each_card_has_its_menu_and_a_phone_the_states(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = asked(cast, case)
    html = client_of(cast.coordinator).get(THERE).content.decode()
    assert "Move to…" in html
    assert f'value="recall:{made.pk}"' in html
    assert f'value="{THERE}#need-{made.need_id}"' in html
    assert "?kind=shelter&amp;column=waiting" in html
