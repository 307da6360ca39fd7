"""What is turned away before anything of ours looks at it, and what a browser must forget."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from amparo.people.models import User
from repo.resolver import addresses
from support.cast import Cast

Browser = Callable[[User], Client]
HTTPS = {"x-forwarded-proto": "https"}
NAVIGATION = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
CALLS = {
    "a form": ("POST", NAVIGATION),
    "a picture": ("GET", {"sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}),
    "a script": ("GET", {"sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}),
    "a frame": ("GET", {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}),
    "a fetch": ("GET", {"sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}),
}
PLAIN = [each for each in addresses() if not each.arguments]


@pytest.mark.asvs("12.2.1", "3.4.1")
def test_plain_http_is_sent_to_https(db: None) -> None:
    response = Client().get("/files/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "https://testserver/files/",
    )


@pytest.mark.asvs("4.1.4", "13.4.4")
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "X"])
def test_no_address_takes_a_method_that_nobody_uses(
    method: str, cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.coordinator)
    for each in PLAIN:
        assert client.generic(method, reverse(each.name)).status_code == 405, each.name


@pytest.mark.asvs("3.5.1", "3.5.2", "3.5.8", "3.2.1", "3.5.7")
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("call", CALLS)
def test_another_site_can_load_nothing_and_send_nothing(
    call: str, site: str, cast: Cast, client_of: Browser
) -> None:
    method, told = CALLS[call]
    client = client_of(cast.coordinator)
    response = client.generic(method, "/files/", headers={"sec-fetch-site": site, **told})
    assert (response.status_code, response.content) == (403, b"")


@pytest.mark.asvs("3.5.8")
@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site"])
def test_a_link_from_elsewhere_and_our_own_pages_lead_here(
    site: str, cast: Cast, client_of: Browser
) -> None:
    headers = {"sec-fetch-site": site, **NAVIGATION}
    assert client_of(cast.coordinator).get("/files/", headers=headers).status_code == 200


@pytest.mark.asvs("3.5.1", "3.5.2")
def test_no_form_is_taken_without_its_token(cast: Cast, client_of: Browser) -> None:
    signed_in = client_of(cast.coordinator)
    client = Client(enforce_csrf_checks=True, headers=HTTPS)
    client.cookies = signed_in.cookies
    for each in PLAIN:
        # These change nothing; browsers send no token with the one, programs with the others.
        if not each.name.startswith(("policy_report", "hsds:")):
            for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data"):
                answer = client.post(reverse(each.name), "x", content_type=kind)
                assert answer.status_code in (403, 405), each.name


@pytest.mark.asvs("3.5.1")
@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://testserver"])
def test_a_form_of_another_origin_is_refused_though_it_has_a_token(origin: str, db: None) -> None:
    client = Client(enforce_csrf_checks=True, headers={**HTTPS, "host": "testserver"})
    page = client.get(reverse("account_login"))
    token = page.context["csrf_token"]
    sent = {"csrfmiddlewaretoken": str(token), "login": "x", "password": "y"}
    address = reverse("account_login")
    assert client.post(address, sent, headers={"origin": origin}).status_code == 403
    own = {"origin": "https://testserver"}
    assert client.post(address, sent, headers=own).status_code == 200


@pytest.mark.asvs("14.3.1", "7.4.1")
def test_signing_out_clears_what_the_browser_holds(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    page = client.get("/files/")
    assert "Clear-Site-Data" not in page.headers
    response = client.post(reverse("account_logout"))
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/files/").status_code == 302


@pytest.mark.parametrize("address", ["/%00", "/files/?q=%00", "/files/%00/"])
def test_no_address_holds_a_nul(address: str, db: None) -> None:
    assert Client(headers=HTTPS).get(address).status_code == 400


def test_a_page_is_never_compressed_to_the_same_length(cast: Cast, client_of: Browser) -> None:
    """So that nobody learns from lengths what a page holds (BREACH)."""
    client = client_of(cast.coordinator)
    pages = [client.get("/", headers={"accept-encoding": "gzip"}) for _ in range(8)]
    assert {page.headers["Content-Encoding"] for page in pages} == {"gzip"}
    assert len({page.headers["Content-Length"] for page in pages}) > 1
