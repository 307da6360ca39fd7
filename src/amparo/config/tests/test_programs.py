"""A program gets JSON from whatever layer answers, and a person still gets a page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DataError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
HTTPS = {"x-forwarded-proto": "https"}


def breaking(error: Exception) -> Callable[..., Any]:
    def refuse(*_statement: object) -> None:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OperationalError("gone: 10.0.0.7"), 503, "nothing is half done"),
        (DataError("row: Tarvessolin"), 500, "Something broke on our side"),
    ],
)
def test_what_breaks_is_said_with_its_number_and_nothing_else(
    db: None, error: Exception, status: int, words: str
) -> None:
    client = Client(raise_request_exception=False, headers=HTTPS)
    with connection.execute_wrapper(breaking(error)):
        answer = client.get("/hsds/services")
    told = answer.json()
    assert answer.status_code == status
    assert words in told["sentence"] and len(told["number"]) == 8
    assert ("Retry-After" in answer.headers) is (status == 503)
    assert "10.0.0.7" not in answer.content.decode() and "Tarvessolin" not in told["sentence"]


def test_a_page_stays_a_page(cast: Cast, client_of: Browser) -> None:
    refused = client_of(cast.stranger).get(reverse("directory:list"))
    assert refused.status_code == 403
    assert refused.headers["Content-Type"].startswith("text/html")
    sent = Client(headers=HTTPS).get(reverse("directory:list"))
    assert sent.status_code == 302


def test_a_session_that_is_over_is_said_in_json(cast: Cast) -> None:
    answer = Client(headers=HTTPS).post("/api/services", {}, content_type="application/json")
    assert answer.status_code == 401
    assert "Location" not in answer.headers
    assert answer.headers["Cache-Control"] and answer.json()["fields"] == []
