"""The directory for everybody, as a program without an account gets it."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from amparo.directory.hsds import ids
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.houses import CANARIES, hidden_house, open_office
from support.hsds import faults, foreign, page_faults

Browser = Callable[[User], Client]
LISTS = {
    "services": "service", "organizations": "organization",
    "service_at_locations": "service_at_location", "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}  # fmt: skip


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"x-forwarded-proto": "https"})


def got(client: Client, address: str) -> Any:
    answer = client.get(f"/hsds/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def posted(client: Client, address: str, **asked: object) -> Any:
    return client.post(f"/hsds/{address}", asked, content_type="application/json")


def names(page: Any) -> list[str]:
    return [each["name"] for each in page["contents"]]


def test_the_first_answer_declares_standard_and_profile(anybody: Client) -> None:
    told = got(anybody, "")
    assert told["version"] == "HSDS-3.1"
    assert told["profile"] == ids.PROFILE
    described = anybody.get(told["openapi_url"].partition("testserver:80")[2])
    assert described.json()["info"]["title"] == "Directory of services"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("how", ["", "?full=true", "?minimal=true"])
def test_every_list_is_valid_by_the_schemas_of_the_standard(
    anybody: Client, cast: Cast, name: str, how: str
) -> None:
    hidden_house(cast)
    open_office(cast)
    page = got(anybody, f"{name}{how}")
    assert page["contents"]
    assert not page_faults(page)
    for each in page["contents"]:
        assert not faults(LISTS[name], each) + foreign(LISTS[name], each)


@pytest.mark.parametrize("name", LISTS)
def test_each_of_a_list_is_there_in_full_and_valid(anybody: Client, cast: Cast, name: str) -> None:
    hidden_house(cast)
    open_office(cast)
    for listed in got(anybody, name)["contents"]:
        each = got(anybody, f"{name}/{listed['id']}")
        assert each["id"] == listed["id"]
        assert not faults(LISTS[name], each) + foreign(LISTS[name], each)


def everything(client: Client) -> str:
    """All that either interface says in any of its lists and of any of its rows."""
    told = []
    for root in ("/hsds/", "/api/"):
        for name in LISTS:
            page = client.get(f"{root}{name}?full=true")
            told.append(page.content.decode())
            if page.status_code == 200:
                ones = [f"{root}{name}/{each['id']}" for each in page.json()["contents"]]
                told += [client.get(one).content.decode() for one in ones]
            asked = client.post(f"{root}{name}", {}, content_type="application/json")
            told.append(asked.content.decode())
    return "\n".join(told)


@pytest.mark.parametrize("who", ["provider", "second_provider", "first_responder", "coordinator"])
def test_where_a_confidential_house_is_stands_in_no_answer(
    cast: Cast, client_of: Browser, who: str
) -> None:
    hidden_house(cast)
    open_office(cast)
    told = everything(client_of(cast.users[who]))
    assert "Aster House" in told and "Quay of the Mills" in told
    assert not [word for word in CANARIES if word in told]


def test_a_house_that_turns_confidential_hides_what_it_wrote_in_clear(
    anybody: Client, cast: Cast
) -> None:
    office = open_office(cast)
    assert "Quay of the Mills" in json.dumps(got(anybody, f"services/{office.pk}"))
    office.confidential = True
    office.save(update_fields=["confidential"])
    told = everything(anybody)
    assert "Zinnia Office" in told
    assert "Quay of the Mills" not in told and '"latitude"' not in told


def test_a_confidential_house_is_known_by_telephone_and_region(anybody: Client, cast: Cast) -> None:
    one = got(anybody, f"services/{hidden_house(cast).pk}")
    (place,) = one["service_at_locations"]
    assert one["phones"][0]["number"] == "+999 555 0201"
    assert place["location"]["location_type"] == "virtual"
    assert place["location"]["name"] == "Tessombre"
    assert place["location"].keys().isdisjoint({"addresses", "latitude", "longitude"})


def test_nobody_learns_how_many_places_there_are(anybody: Client, cast: Cast) -> None:
    hidden_house(cast)
    told = everything(anybody)
    for word in ("capacit", "available", 'maximum"', "Regional office"):
        assert word not in told


def test_a_service_that_is_offered_no_more_is_not_there(anybody: Client, cast: Cast) -> None:
    service = files.service(cast, active=False)
    assert got(anybody, "services")["empty"]
    assert anybody.get(f"/hsds/services/{service.pk}").status_code == 404
    assert got(anybody, "organizations")["empty"]


def test_open_hours_are_rules_of_the_calendar_standard(anybody: Client, cast: Cast) -> None:
    (hours,) = got(anybody, f"services/{open_office(cast).pk}")["schedules"]
    del hours["id"]
    assert hours == {
        "freq": "WEEKLY", "wkst": "MO", "byday": "MO,FR", "opens_at": "09:00+01:00",
        "closes_at": "17:30+01:00", "timezone": 1.0, "valid_from": "2026-01-01",
        "valid_to": "2026-12-31",
    }  # fmt: skip


def test_day_and_night_is_every_day(anybody: Client, cast: Cast) -> None:
    (hours,) = got(anybody, f"services/{hidden_house(cast).pk}")["schedules"]
    assert hours["byday"] == "MO,TU,WE,TH,FR,SA,SU"
    assert hours["description"] == "Day and night"


def test_hours_in_words_alone_stay_words(anybody: Client, cast: Cast) -> None:
    said = files.service(cast, round_the_clock=False, hours_en="Mornings, by appointment")
    unsaid = files.service(cast, round_the_clock=False)
    (hours,) = got(anybody, f"services/{said.pk}")["schedules"]
    assert hours["description"] == "Mornings, by appointment"
    assert got(anybody, f"services/{unsaid.pk}")["schedules"] == []


def test_what_decides_whether_it_fits_is_an_attribute(anybody: Client, cast: Cast) -> None:
    one = got(anybody, f"services/{hidden_house(cast).pk}")
    codes = {each["taxonomy_term"]["code"] for each in one["attributes"]}
    assert codes == {
        "shelter", "F", "SEXUAL", "LABOUR", "step_free", "citizenship", "accepted",
    }  # fmt: skip
    assert (one["minimum_age"], one["maximum_age"]) == (18, 120)
    for each in one["attributes"]:
        assert got(anybody, f"taxonomy_terms/{each['taxonomy_term_id']}")["taxonomy_detail"]


def test_the_areas_are_the_regions_it_works_for_or_the_country(anybody: Client, cast: Cast) -> None:
    def areas(row: Any) -> list[str]:
        one = got(anybody, f"services/{row.pk}")
        return [each["name"] for each in one["service_areas"]]

    assert areas(hidden_house(cast)) == ["Vessarine Capital Region", "Tessombre"]
    assert areas(open_office(cast)) == ["Republic of Corvane"]


def test_it_is_said_in_the_language_asked_for(anybody: Client, cast: Cast) -> None:
    house = hidden_house(cast)
    answer = anybody.get(f"/hsds/services/{house.pk}", headers={"accept-language": "fr"})
    assert answer.json()["name"] == "Maison Aster"
    (place,) = answer.json()["service_at_locations"]
    assert place["location"]["description"].startswith("Confidentiel")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"search": "aster"}, ["Aster House"]),
        ({"search": "avocates"}, ["Zinnia Office"]),
        ({"taxonomy_term_id": ids.of_term("services", "legal_aid")}, ["Zinnia Office"]),
        ({"taxonomy_term_id": ids.of_term("sex", "M")}, ["Zinnia Office"]),
        ({"taxonomy_term_id": ids.of_term("dependants", "accepted")}, ["Aster House"]),
        ({"taxonomy_term_id": uuid4()}, []),
        ({"taxonomy_id": ids.of_taxonomy("forms")}, ["Aster House"]),
        ({"taxonomy_id": ids.of_taxonomy("dependants")}, ["Aster House"]),
        ({"taxonomy_id": ids.of_taxonomy("services")}, ["Aster House", "Zinnia Office"]),
        ({"taxonomy_id": uuid4()}, []),
        ({"organization_id": uuid4()}, []),
        ({"search": "100%"}, []),
    ],
)
def test_a_search_is_asked_in_the_address_or_in_a_body(
    anybody: Client, cast: Cast, asked: dict[str, Any], found: list[str]
) -> None:
    hidden_house(cast)
    open_office(cast)
    answer = anybody.get("/hsds/services", {name: str(value) for name, value in asked.items()})
    assert names(answer.json()) == found
    assert names(posted(anybody, "services", **asked).json()) == found


def test_what_an_organisation_runs_is_found_by_its_id(anybody: Client, cast: Cast) -> None:
    office, house = open_office(cast), hidden_house(cast)
    own = {"organization_id": str(office.unit.organisation_id)}
    assert names(posted(anybody, "services", **own).json()) == ["Zinnia Office"]
    places = posted(anybody, "service_at_locations", **own).json()["contents"]
    assert [each["service_id"] for each in places] == [str(office.pk)] != [str(house.pk)]
    (one,) = posted(anybody, "organizations", search="second").json()["contents"]
    assert one["id"] == own["organization_id"]


def test_terms_are_those_of_one_taxonomy_or_of_all(anybody: Client) -> None:
    forms = ids.of_taxonomy("forms")
    page = got(anybody, f"taxonomy_terms?taxonomy_id={forms}&per_page=100")
    assert {each["taxonomy_id"] for each in page["contents"]} == {str(forms)}
    assert got(anybody, "taxonomy_terms")["total_items"] > page["total_items"]
    assert names(got(anybody, "taxonomies?search=sex")) == ["Sex"]


def test_a_page_says_how_many_there_are(anybody: Client, cast: Cast) -> None:
    for number in range(5):
        files.service(cast, name_en=f"House {number}")
    page = got(anybody, "services?per_page=2&page=3")
    assert names(page) == ["House 4"]
    assert (page["total_items"], page["total_pages"], page["size"]) == (5, 3, 1)
    assert page["last_page"] and not page["first_page"]
    past = got(anybody, "services?per_page=2&page=9")
    assert past["empty"] and past["last_page"]


@pytest.mark.parametrize("how", ["", "?full=true", "?minimal=true"])
def test_a_page_costs_the_same_however_many_stand_on_it(
    anybody: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, how: str
) -> None:
    for _ in range(4):
        hidden_house(cast)
        open_office(cast)
    with django_assert_max_num_queries(4):  # how many, the services, their places, their hours
        assert got(anybody, f"services{how}")["total_items"] == 8
    with django_assert_max_num_queries(2):
        assert got(anybody, "service_at_locations?full=true")["total_items"] == 8


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "field", "sentence"),
    [
        ({"per_page": 101}, "per_page", "Not above 100."),
        ({"page": 0}, "page", "Not below 1."),
        ({"search": "a" * 201}, "search", "At most 200 characters."),
        ({"search": "a\0"}, "search", "This cannot be read as a value of this field."),
        ({"seach": "a"}, "seach", "There is no such field here."),
        ({"taxonomy_id": "7"}, "taxonomy_id", "This cannot be read as a value of this field."),
    ],
)
def test_what_cannot_be_used_is_named_with_its_field(
    anybody: Client, asked: dict[str, Any], field: str, sentence: str
) -> None:
    answer = posted(anybody, "services", **asked)
    assert answer.status_code == 422
    assert answer.json()["fields"] == [{"field": field, "sentence": sentence}]


@pytest.mark.parametrize("body", ["{", "[" * 100_000, "\udcff", "x" * 3_000_000])
def test_a_body_that_is_no_json_is_said_to_be_none(anybody: Client, db: None, body: str) -> None:
    data = body.encode("utf-8", "surrogateescape")
    answer = anybody.post("/hsds/services", data, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["sentence"]


def test_a_program_is_told_in_json_even_of_a_method_that_is_not_there(
    anybody: Client, db: None
) -> None:
    answer = anybody.post("/hsds/openapi.json", {}, content_type="application/json")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET"
    assert answer.json()["sentence"] == "This address does not take this method."


def test_a_program_may_ask_for_the_head_alone(anybody: Client, cast: Cast) -> None:
    open_office(cast)
    head, whole = anybody.head("/hsds/services"), anybody.get("/hsds/services")
    assert head.status_code == 200 and head.content == b""
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


def test_no_other_site_may_ask_from_somebodys_browser(anybody: Client, db: None) -> None:
    told = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}
    answer = anybody.get("/hsds/services", headers=told)
    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers
