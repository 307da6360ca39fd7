"""What every response carries, whoever asks for what."""

from collections.abc import Callable

import pytest
from django.test import Client

from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
ADDRESSES = ["/", "/files/", "/account/login/", "/no-such-page/", "/files/A-2020-00001/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_is_kept_and_none_asks_for_the_camera(
    address: str, cast: Cast, client_of: Browser
) -> None:
    for client in (client_of(cast.coordinator), Client(headers={"x-forwarded-proto": "https"})):
        headers = client.get(address).headers
        assert "no-store" in headers["Cache-Control"]
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]


def test_plain_http_is_sent_to_https(db: None) -> None:
    response = Client().get("/files/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "https://testserver/files/",
    )
