"""The due list as a calendar: taken out, or read by a program at an address of its own."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from icalendar import Calendar

from amparo.cases.calendars.actions import Kind, end_calendar, make_calendar
from amparo.commitments.actions import load_asks
from amparo.commitments.following.tests.steps import at
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


@pytest.fixture(autouse=True)
def asked(db: None) -> None:
    load_asks()


def program(address: str, method: str = "GET") -> HttpResponse:
    """As a calendar program asks: without a session, over TLS."""
    answer = Client().generic(method, address, secure=True)
    assert isinstance(answer, HttpResponse)
    return answer


def days(content: bytes) -> dict[str, list[tuple[date, date]]]:
    """First and last day of each event, by its paragraph."""
    found: dict[str, list[tuple[date, date]]] = {}
    for event in Calendar.from_ical(content).walk("VEVENT"):
        last = event.decoded("dtend") - timedelta(days=1)
        name = str(event["summary"]).split(":")[0]
        found.setdefault(name, []).append((event.decoded("dtstart"), last))
    return found


def test_the_calendar_is_taken_out_by_whoever_is_signed_in(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.stranger).get(at("due_download"))
    assert answer["Content-Disposition"] == 'attachment; filename="due.ics"'
    found = days(answer.content)
    assert all(first.month == 7 and first.day == 30 for first, _last in found["S2 ¶5"])
    ((first, last),) = found["S4-I ¶27"]
    assert (first.year, last.year) == (2026, 2027)


def test_a_program_reads_it_at_its_secret_address_until_that_is_ended(cast: Cast) -> None:
    secret = make_calendar(by=cast.stranger, kind=Kind.COMMITMENTS)
    answer = program(at("calendar_feed", secret))
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Cache-Control"] == "no-store"
    assert "S4-I ¶27" in days(answer.content)
    assert program(at("calendar_feed", secret), "POST").status_code == 405
    end_calendar(by=cast.stranger, kind=Kind.COMMITMENTS)
    assert program(at("calendar_feed", secret)).status_code == 404


def test_the_address_of_one_calendar_opens_no_other_and_ends_no_other(cast: Cast) -> None:
    files = make_calendar(by=cast.panel)
    commitments = make_calendar(by=cast.panel, kind=Kind.COMMITMENTS)
    assert program(at("calendar_feed", files)).status_code == 404
    assert program(f"/files/calendar/{commitments}/").status_code == 404
    assert program(f"/files/calendar/{files}/").status_code == 200
    assert program(at("calendar_feed", commitments)).status_code == 200


def test_the_page_shows_the_address_once(cast: Cast, client_of: ClientOf) -> None:
    client = client_of(cast.stranger)
    page = client.post(at("calendar")).content.decode()
    found = re.search(r"https?://testserver(?::80)?(/commitments/due/calendar/[\w-]{43}/)", page)
    assert found
    assert program(found[1]).status_code == 200
    assert found[1] not in client.get(at("calendar")).content.decode()


def test_what_comes_again_is_in_it_for_the_last_time_and_the_next(cast: Cast) -> None:
    secret = make_calendar(by=cast.panel, kind=Kind.COMMITMENTS)
    with clock.at(clock.now()):
        found = days(program(at("calendar_feed", secret)).content)["S2 ¶5"]
        assert min(found)[0] < today() <= max(found)[0]
