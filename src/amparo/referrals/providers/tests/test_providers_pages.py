"""How services answer, as the bureau and each provider read it."""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client

from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, decline, offer
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
PAGE, FILE = "/referrals/providers/", "/referrals/providers/providers.csv"
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def shown(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def frozen() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def answered(frozen: None, cast: Cast) -> Cast:
    """Aster declined after two hours, which was late, and then accepted after one; half full."""
    with clock.at(NOW - timedelta(days=1)):
        case = files.received(cast)
        aster = files.service(
            cast, name_en="Aster House", region="QV01", places_free=3, places_total=4,
            places_updated_at=clock.now(),
        )  # fmt: skip
        files.service(cast, "second_shelter", name_en="=Zinnia", region="QV02", places_free=4)
        need = record_need(
            case, by=cast.first_responder, kind="shelter", urgency="tonight", region="QV01"
        )
        first = offer(need, aster, by=cast.first_responder)
    with clock.at(NOW - timedelta(hours=22)):
        decline(first, by=cast.provider, reason="no_language")
        second = offer(need, aster, by=cast.first_responder)
    with clock.at(NOW - timedelta(hours=21)):
        accept(second, by=cast.provider)
    return cast


def test_the_totals_stand_first_as_sentences(answered: Cast, client_of: Browser) -> None:
    html = shown(client_of(answered.coordinator))
    for sentence in (
        "Offers put to 2 services in the last 3 months: 2.",
        "Accepted: 1. Declined: 1.",
        "Half of the answers came within 1.5 hours.",
        "1 offer ran out of its time before it was answered.",
        "Why they declined: Nobody speaks the language (1).",
        "Of 8 places 2 are taken now.",
        "1 service has not confirmed its number of places for too long.",
    ):
        assert sentence in html
    assert html.index("Offers put to") < html.index("<table")


def test_each_service_has_its_line_the_late_one_first(answered: Cast, client_of: Browser) -> None:
    html = shown(client_of(answered.coordinator))
    assert html.index("Aster House") < html.index("=Zinnia")
    assert "2 of 4" in html
    assert "not updated yet: call first" in html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("region=QV02", ("=Zinnia", "Aster House")),
        ("region=QV01&months=12", ("Aster House", "=Zinnia")),
        ("kind=legal_aid", ("There is no such service.", "Aster House")),
        ("months=nonsense&kind=nonsense", ("Aster House", "There is no such service.")),
    ],
)
def test_the_page_is_narrowed_by_kind_and_region(
    query: str, said: tuple[str, str], answered: Cast, client_of: Browser
) -> None:
    here, away = said
    html = shown(client_of(answered.coordinator), f"{PAGE}?{query}")
    assert here in html
    assert away not in html


def test_what_was_asked_before_the_period_does_not_count(
    answered: Cast, client_of: Browser
) -> None:
    with clock.at(NOW + timedelta(days=120)):
        client = client_of(answered.coordinator)
        assert "in the last 3 months: 0." in shown(client)
        assert "in the last 6 months: 2." in shown(client, f"{PAGE}?months=6")


def test_the_file_has_the_same_numbers_and_no_cell_is_a_formula(
    answered: Cast, client_of: Browser
) -> None:
    answer = client_of(answered.coordinator).get(f"{FILE}?months=6")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    first, second = csv.DictReader(StringIO(answer.content.decode()))
    assert first["service"] == "Aster House"
    assert second["service"] == "'=Zinnia"
    told = {"received": "2", "answered": "2", "late": "1", "median_hours": "1.5", "accepted": "1",
            "declined": "1", "waiting": "0", "declined_no_language": "1", "places": "4",
            "places_taken": "2", "since": "2026-05-27", "until": "2026-11-27"}  # fmt: skip
    assert told.items() <= first.items()
    assert second["median_hours"] == ""


def test_a_house_reads_its_own_numbers_and_no_others(answered: Cast, client_of: Browser) -> None:
    own = shown(client_of(answered.provider), "/referrals/desk/")
    assert "Offers put to 1 service in the last 3 months: 2." in own
    assert "Nobody speaks the language (1)" in own
    assert "=Zinnia" not in own
    other = shown(client_of(answered.second_provider), "/referrals/desk/")
    assert "Offers put to 1 service in the last 3 months: 0." in other
    assert "Aster House" not in other


@pytest.mark.parametrize("who", ["provider", "first_responder", "manager_a", "panel", "auditor"])
def test_the_numbers_of_all_are_for_the_bureau(who: str, cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.users[who])
    assert {client.get(PAGE).status_code, client.get(FILE).status_code} == {403}


def test_the_board_and_the_list_of_services_lead_there(cast: Cast, client_of: Browser) -> None:
    for address in ("/referrals/board/", "/services/"):
        assert PAGE in shown(client_of(cast.coordinator), address)
        assert PAGE not in shown(client_of(cast.first_responder), address)
