"""The directory for whoever works here: places, and a search that stands in no address."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amparo.directory.actions.places import hold_place
from amparo.methods import clock
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.houses import hidden_house, open_office
from support.hsds import faults, foreign, page_faults

Browser = Callable[[User], Client]


def searched(client: Client, **asked: object) -> Any:
    return client.post("/api/services", asked, content_type="application/json")


def names(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [each["name"] for each in answer.json()["contents"]]


@pytest.fixture
def refers(cast: Cast, client_of: Browser) -> Client:
    return client_of(cast.first_responder)


def test_capacity_says_how_many_are_open_since_when(refers: Client, cast: Cast) -> None:
    house = hidden_house(cast)
    hold_place(house, uuid4(), clock.now() + timedelta(hours=1))
    (capacity,) = refers.get(f"/api/services/{house.pk}").json()["capacities"]
    assert (capacity["available"], capacity["maximum"]) == (1, 4)
    assert capacity["unit"]["identifier"] == "room"
    assert capacity["updated"].endswith("Z")
    assert capacity["description"].startswith("updated")


@pytest.mark.parametrize("how", [{}, {"full": True}, {"minimal": True}])
def test_what_it_says_is_valid_by_the_schemas_of_the_standard(
    refers: Client, cast: Cast, how: dict[str, bool]
) -> None:
    hidden_house(cast)
    open_office(cast)
    page = searched(refers, **how).json()
    assert page == refers.get("/api/services", how).json()
    assert not page_faults(page)
    for each in page["contents"]:
        one = refers.get(f"/api/services/{each['id']}").json()
        for said in (each, one):
            assert not faults("service", said) + foreign("service", said)


def test_a_service_without_places_or_never_counted_has_no_capacity(
    refers: Client, cast: Cast
) -> None:
    for service in (open_office(cast), files.service(cast, places_total=3)):
        assert "capacities" not in refers.get(f"/api/services/{service.pk}").json()


def test_who_has_checked_is_an_address_or_a_name(refers: Client, cast: Cast) -> None:
    by_address = refers.get(f"/api/services/{open_office(cast).pk}").json()
    by_name = refers.get(f"/api/services/{hidden_house(cast).pk}").json()
    assert by_address["assurer_email"] == "office@example.org"
    assert by_name["attributes"][-1]["value"] == "Regional office"
    assert by_name["assured_date"] == "2026-11-02"


@pytest.mark.parametrize(
    "needs",
    [
        {"kind": "shelter"}, {"kind": "shelter", "region": "QV02"}, {"sex": "F", "form": "SEXUAL"},
        {"age": 18}, {"age": 120}, {"languages": ["ar", "fr"]}, {"dependants": True},
        {"accessibility": ["step_free"]}, {"form": "LABOUR"}, {"free": True}, {"search": "ASTER"},
    ],
)  # fmt: skip
def test_a_service_that_fits_is_found(refers: Client, cast: Cast, needs: dict[str, Any]) -> None:
    hidden_house(cast)
    assert names(searched(refers, **needs)) == ["Aster House"]


@pytest.mark.parametrize(
    "needs",
    [
        {"kind": "legal_aid"}, {"region": "QV03"}, {"sex": "M"}, {"age": 17},
        {"languages": ["fr"]}, {"accessibility": ["step_free", "quiet_room"]}, {"form": "BEGGING"},
        {"search": "zinnia"}, {"organization_id": str(uuid4())},
    ],
)  # fmt: skip
def test_a_service_that_does_not_fit_is_not(
    refers: Client, cast: Cast, needs: dict[str, Any]
) -> None:
    hidden_house(cast)
    assert names(searched(refers, **needs)) == []


def test_a_service_for_every_region_and_form_takes_each(refers: Client, cast: Cast) -> None:
    open_office(cast)
    assert names(searched(refers, region="QV03", form="BEGGING")) == ["Zinnia Office"]


def test_those_with_a_place_free_stand_first(refers: Client, cast: Cast) -> None:
    open_office(cast)
    full = files.service(cast, name_en="Aloe House", places_free=1)
    hold_place(full, uuid4(), clock.now() + timedelta(hours=1))
    hidden_house(cast)
    assert names(searched(refers))[0] == "Aster House"
    assert names(searched(refers, free=True)) == ["Aster House"]


@pytest.mark.parametrize("field", ["kind", "region", "sex", "form"])
def test_a_code_that_no_list_has_is_refused_by_name(refers: Client, cast: Cast, field: str) -> None:
    answer = searched(refers, **{field: "nonsense"})
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["field"] == field


@pytest.mark.parametrize("field", ["languages", "accessibility"])
def test_one_such_code_among_others_is_refused_too(refers: Client, cast: Cast, field: str) -> None:
    answer = searched(refers, **{field: ["en", "nonsense"]})
    assert answer.json()["fields"][0]["field"] == field


def test_a_need_cannot_be_asked_in_an_address(refers: Client, cast: Cast) -> None:
    """What the address says is not looked at: it would stand in logs and histories."""
    hidden_house(cast)
    assert names(refers.get("/api/services", {"kind": "legal_aid", "sex": "M"})) == ["Aster House"]
    described = refers.get("/api/openapi.json").json()["paths"]["/api/services"]["get"]
    asked = {each["name"] for each in described["parameters"]}
    assert asked == {"page", "per_page", "full", "minimal", "organization_id"}


def test_a_program_that_is_not_signed_in_is_told_so(cast: Cast) -> None:
    answer = Client(headers={"x-forwarded-proto": "https"}).get("/api/services")
    assert answer.status_code == 401
    assert answer.json() == {"sentence": "Sign in first.", "fields": []}


def test_whoever_has_no_mandate_is_told_so(cast: Cast, client_of: Browser) -> None:
    answer = client_of(cast.stranger).get("/api/services")
    assert answer.status_code == 403
    assert "no mandate" in answer.json()["sentence"]


def test_a_post_shows_the_token_of_a_form(cast: Cast, client_of: Browser) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"x-forwarded-proto": "https"})
    strict.cookies = client_of(cast.first_responder).cookies
    assert searched(strict).status_code == 403
    strict.cookies[settings.CSRF_COOKIE_NAME] = "t" * 32
    told = {"x-csrftoken": "t" * 32, "referer": "https://testserver:80/"}
    answer = strict.post("/api/services", {}, content_type="application/json", headers=told)
    assert answer.status_code == 200


def test_a_page_costs_the_same_however_many_stand_on_it(refers: Client, cast: Cast) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            searched(refers, full=True)
        return len(asked)

    hidden_house(cast)
    cost()  # the first request of a session writes down what asks
    one = cost()
    for _ in range(5):
        hidden_house(cast)
    assert cost() == one
