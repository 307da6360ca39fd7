"""The calendar of what is due: its secret address, what stands in it, and what never does."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from icalendar import Calendar

from amparo.access.acting import acting_as
from amparo.audit.queries import entries
from amparo.cases.calendars.actions import end_calendar, make_calendar
from amparo.cases.calendars.models import CalendarKey
from amparo.cases.models import Case
from amparo.people.models import User
from support.cast import Cast
from support.files import ACCOUNT, IDENTITY

Browser = Callable[[User], Client]


def program(method: str, address: str) -> HttpResponse:
    """As a calendar program asks: without a session, over TLS."""
    answer = Client().generic(method, address, secure=True)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_program_reads_what_is_due_by_reference_without_names(cast: Cast, case: Case) -> None:
    answer = program("GET", f"/files/calendar/{make_calendar(by=cast.panel)}/")
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Cache-Control"] == "no-store"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]).split(":")[0] for event in events] == [case.reference]
    written = answer.content.decode()
    for word in (*IDENTITY.values(), ACCOUNT, case.pseudonym):
        assert word not in written


def test_each_reads_only_their_own_duties(cast: Cast, case: Case) -> None:
    for name in ("provider", "second_provider", "manager_b"):
        secret = make_calendar(by=cast.users[name])
        answer = program("GET", f"/files/calendar/{secret}/")
        assert Calendar.from_ical(answer.content).walk("VEVENT") == []


def test_only_the_digest_is_kept_and_a_new_address_ends_the_old_one(cast: Cast) -> None:
    first = make_calendar(by=cast.panel)
    second = make_calendar(by=cast.panel)
    assert not CalendarKey.objects.filter(digest__in=[first, second]).exists()
    assert program("GET", f"/files/calendar/{first}/").status_code == 404
    assert program("GET", f"/files/calendar/{second}/").status_code == 200
    end_calendar(by=cast.panel)
    assert program("GET", f"/files/calendar/{second}/").status_code == 404
    assert program("GET", f"/files/calendar/{uuid4()}/").status_code == 404


def test_a_shut_account_has_no_calendar(cast: Cast) -> None:
    secret = make_calendar(by=cast.panel)
    User.objects.filter(pk=cast.panel.pk).update(is_active=False)
    assert program("GET", f"/files/calendar/{secret}/").status_code == 404


def test_making_and_ending_an_address_stand_in_the_log(cast: Cast) -> None:
    make_calendar(by=cast.panel)
    end_calendar(by=cast.panel)
    with acting_as(cast.panel):
        done = [row.action for row in entries().filter(actor=cast.panel.pk).newest_first()[:2]]
    assert done == ["ended a calendar", "made a calendar"]


def test_the_page_shows_the_address_once(cast: Cast, case: Case, client_of: Browser) -> None:
    client = client_of(cast.panel)
    page = client.post("/files/calendar/").content.decode()
    found = re.search(r"https?://testserver(?::80)?(/files/calendar/[\w-]{43}/)", page)
    assert found
    assert program("GET", found[1]).status_code == 200
    assert found[1] not in client.get("/files/calendar/").content.decode()
    client.post("/files/calendar/", {"end": "1"})
    assert program("GET", found[1]).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_calendar_is_only_read(method: str, cast: Cast) -> None:
    address = f"/files/calendar/{make_calendar(by=cast.panel)}/"
    assert program(method, address).status_code == 405
