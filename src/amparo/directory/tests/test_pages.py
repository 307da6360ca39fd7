"""The pages of the directory, as a browser gets them."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from amparo.directory.actions.locations import Where, add_location
from amparo.directory.queries import services
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
LIST = "/services/"


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_services_with_a_place_free_stand_first(cast: Cast, client_of: Browser) -> None:
    files.service(cast, name_en="Aster House", places_free=0)
    files.service(cast, name_en="Zinnia House", places_free=1)
    html = page(client_of(cast.first_responder), LIST)
    assert html.index("Zinnia House") < html.index("Aster House")


@pytest.mark.parametrize(
    "query", ["kind=legal_aid", "region=QV02", "sex=M", "age=child", "dependants=on", "free=on"]
)
def test_each_filter_leaves_out_what_does_not_fit(
    cast: Cast, client_of: Browser, query: str
) -> None:
    files.service(
        cast, kind="shelter", region="QV01", sexes=["F"], age_min=18, dependants=False,
        places_free=0, name_en="Left Out",
    )  # fmt: skip
    files.service(
        cast, kind="legal_aid", region="QV02", sexes=["F", "M"], dependants=True, places_free=1,
        name_en="Kept In",
    )  # fmt: skip
    html = page(client_of(cast.first_responder), f"{LIST}?{query}")
    assert "Kept In" in html
    assert "Left Out" not in html


def test_a_filter_of_nonsense_narrows_nothing(cast: Cast, client_of: Browser) -> None:
    files.service(cast, name_en="Aster House")
    assert "Aster House" in page(client_of(cast.first_responder), f"{LIST}?kind=nonsense")


def test_an_empty_list_says_how_a_service_comes(cast: Cast, client_of: Browser) -> None:
    assert "once the bureau has entered them" in page(client_of(cast.first_responder), LIST)


def test_the_list_cites_what_it_serves(cast: Cast, client_of: Browser) -> None:
    assert "S2 ¶6" in page(client_of(cast.first_responder), LIST)


def test_the_page_of_a_service_says_whom_it_takes(cast: Cast, client_of: Browser) -> None:
    service = files.service(cast, sexes=["F"], age_min=18, languages=["ar"], phone="+999 555 0201")
    html = page(client_of(cast.panel), reverse("directory:detail", args=[service.slug]))
    for words in ("Female", "from 18 years", "Arabic", "tel:+9995550201", "only to units"):
        assert words in html


def test_whoever_has_no_mandate_sees_no_service(cast: Cast, client_of: Browser) -> None:
    service = files.service(cast)
    for address in (LIST, reverse("directory:detail", args=[service.slug])):
        assert client_of(cast.stranger).get(address).status_code == 403


def count(client: Client, slug: str, **data: object) -> int:
    address = reverse("directory:count", args=[slug])
    return client.post(address, {"key": uuid4(), **data}).status_code


def test_the_two_buttons_count_up_and_down(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast, places_free=2), client_of(cast.provider)
    assert "One place more" in page(client, reverse("directory:ours"))
    count(client, service.slug, change=1)
    assert services().get(pk=service.pk).places_free == 3
    count(client, service.slug, change=-1)
    assert services().get(pk=service.pk).places_free == 2


def test_a_button_pressed_twice_counts_once(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast, places_free=2), client_of(cast.provider)
    key = uuid4()
    for _ in range(2):
        count(client, service.slug, change=-1, key=key)
    assert services().get(pk=service.pk).places_free == 1


def test_a_refused_button_says_why(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast, places_free=0), client_of(cast.provider)
    count(client, service.slug, change=-1)
    assert "no place free that could be taken" in page(client, reverse("directory:ours"))


def test_a_button_leads_back_to_our_pages_only(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast), client_of(cast.provider)
    address = reverse("directory:count", args=[service.slug])
    near = client.post(address, {"change": 1, "next": "/referrals/desk/"})
    far = client.post(address, {"change": -1, "next": "https://elsewhere.example/"})
    assert near.headers["Location"] == "/referrals/desk/"
    assert far.headers["Location"] == reverse("directory:ours")


def test_too_many_places_are_refused_beside_the_field(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast, places_total=4, places_free=2), client_of(cast.provider)
    answer = client.post(reverse("directory:places", args=[service.slug]), {"free": 9})
    html = answer.content.decode()
    assert "Places free now: Not more than 4" in html
    assert 'href="#id_free"' in html
    assert services().get(pk=service.pk).places_free == 2


def test_the_number_can_be_written(cast: Cast, client_of: Browser) -> None:
    service, client = files.service(cast, places_total=4), client_of(cast.provider)
    client.post(reverse("directory:places", args=[service.slug]), {"free": 4})
    assert services().get(pk=service.pk).places_free == 4


@pytest.mark.parametrize("name", ["places", "count"])
def test_another_provider_does_not_find_our_places(
    cast: Cast, client_of: Browser, name: str
) -> None:
    service = files.service(cast, "shelter")
    address = reverse(f"directory:{name}", args=[service.slug])
    assert client_of(cast.second_provider).post(address, {"change": 1}).status_code == 404


@pytest.mark.parametrize("name", ["places", "count"])
def test_who_runs_no_service_may_not_count(cast: Cast, client_of: Browser, name: str) -> None:
    service = files.service(cast)
    address = reverse(f"directory:{name}", args=[service.slug])
    assert client_of(cast.coordinator).post(address, {"change": 1}).status_code == 403


def test_a_house_is_asked_for_its_number_and_not_told_to_call_itself(
    cast: Cast, client_of: Browser
) -> None:
    files.service(cast, places_updated_at=None)
    html = page(client_of(cast.provider), "/services/ours/")
    assert "not updated yet" in html
    assert "call first" not in html


def test_the_map_says_of_each_area_what_the_table_says(cast: Cast, client_of: Browser) -> None:
    files.service(cast, region="QV02", places_free=1)
    files.service(cast, region="QV02", places_free=0)
    files.service(cast, region="QV03", kind="health", places_free=1)
    html = page(client_of(cast.first_responder), f"{LIST}?kind=shelter&region=QV03")
    assert "Tessombre: 2 services, 1 with a place free" in html
    assert "Quenovre: 0 services, 0 with a place free" in html
    assert 'href="/services/?kind=shelter&amp;region=QV02"' in html
    assert 'aria-current="true"' in html


def test_no_point_of_a_place_is_on_the_map(cast: Cast, client_of: Browser) -> None:
    """The drawing is the same wherever in its area a service is."""
    service = files.service(cast, region="QV02", confidential=False)
    before = page(client_of(cast.first_responder), LIST).split('<svg class="map"')[1]
    add_location(service, Where("QV02", latitude=-3.3, longitude=-2.6), by=cast.provider)
    after = page(client_of(cast.first_responder), LIST).split('<svg class="map"')[1]
    assert before.split("</svg>")[0] == after.split("</svg>")[0]


@pytest.mark.parametrize("query", ["language=ar", "usable=step_free"])
def test_the_list_narrows_by_language_and_by_what_somebody_needs(
    cast: Cast, client_of: Browser, query: str
) -> None:
    files.service(cast, languages=["en"], name_en="Left Out")
    files.service(cast, languages=["ar"], accessibility=["step_free"], name_en="Kept In")
    html = page(client_of(cast.first_responder), f"{LIST}?{query}")
    assert "Kept In" in html
    assert "Left Out" not in html
