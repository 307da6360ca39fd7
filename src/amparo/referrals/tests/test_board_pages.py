"""The board: each need in its column, with what can be done now."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, recall
from amparo.referrals.board import Column, columns
from amparo.referrals.queries import offers_for
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
BOARD = "/referrals/board/"


@pytest.fixture
def case(cast: Cast) -> Case:
    return files.received(cast)


def filled(user: User, **chosen: str) -> dict[str, int]:
    """How many needs stand in each column that is not empty."""
    with acting_as(user):
        return {each.column.value: each.total for each in columns(user, chosen) if each.total}


def shown(client: Client, query: str = "") -> str:
    response = client.get(BOARD + query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_need_moves_from_column_to_column(cast: Cast, case: Case) -> None:
    record_need(case, by=cast.first_responder, kind="shelter", urgency="days", region="QV01")
    assert filled(cast.coordinator) == {"unasked": 1}


def test_a_need_that_was_offered_waits(cast: Cast, case: Case) -> None:
    files.offered(cast, case)
    assert filled(cast.coordinator) == {"waiting": 1}


def test_a_need_whose_offers_came_back_is_stuck(cast: Cast, case: Case) -> None:
    made = files.offered(cast, case)
    decline(made, by=cast.provider, reason="no_place")
    assert filled(cast.coordinator) == {"refused": 1}


def test_a_need_whose_offer_was_recalled_is_stuck_too(cast: Cast, case: Case) -> None:
    recall(files.offered(cast, case), by=cast.coordinator)
    assert filled(cast.coordinator) == {"refused": 1}


def test_a_need_that_is_met_is_shown_for_a_week(cast: Cast, case: Case) -> None:
    accept(files.offered(cast, case), by=cast.provider)
    assert filled(cast.coordinator) == {"placed": 1}


def test_the_board_narrows_by_column_region_and_kind(cast: Cast, case: Case) -> None:
    for region, kind in (("QV01", "shelter"), ("QV02", "shelter"), ("QV01", "legal_aid")):
        record_need(case, by=cast.first_responder, kind=kind, urgency="days", region=region)
    assert filled(cast.coordinator, region="QV01") == {"unasked": 2}
    assert filled(cast.coordinator, region="QV01", kind="legal_aid") == {"unasked": 1}
    assert filled(cast.coordinator, column=Column.WAITING.value) == {}


def test_a_case_manager_sees_the_needs_of_shared_files_only(cast: Cast, case: Case) -> None:
    files.offered(cast, case)
    assert filled(cast.manager_a) == {"waiting": 1}
    assert filled(cast.manager_b) == {}


def test_a_card_shows_the_need_its_clock_and_its_moves(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = files.offered(cast, case)
    html = shown(client_of(cast.coordinator))
    for words in (case.reference, "Shelter", "House shelter", "due in"):
        assert words in html
    assert reverse("referrals:recall", args=[made.pk]) in html


def test_the_moves_of_the_board_lead_back_to_it(cast: Cast, case: Case, client_of: Browser) -> None:
    made, client = files.offered(cast, case), client_of(cast.coordinator)
    back = client.post(reverse("referrals:recall", args=[made.pk]), {"next": BOARD})
    assert back.headers["Location"] == BOARD
    move = reverse("referrals:move", args=[made.need_id])
    assert move in shown(client)
    client.post(move, {"next": BOARD, "move": f"offer:{made.service.slug}"})
    assert filled(cast.coordinator) == {"waiting": 1}
    with acting_as(cast.coordinator):
        assert offers_for(cast.coordinator).count() == 2


def test_a_filter_on_the_address_narrows_the_page(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    files.offered(cast, case)
    client = client_of(cast.coordinator)
    assert case.reference in shown(client, "?column=waiting")
    assert case.reference not in shown(client, "?column=placed")
    assert case.reference in shown(client, "?column=nonsense&kind=shelter")


def test_the_home_page_shows_needs_without_a_place(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    made = files.offered(cast, case)
    response = client_of(cast.coordinator).get("/")
    assert reverse("referrals:place", args=[made.need_id]) in response.content.decode()
