"""Every form of this room says what is missing, and acts once however often it is sent."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.queries import cases_for
from amparo.cases.tests.sendings import NAMES, SENDINGS, Sending, path_of_new_file
from amparo.cases.tests.steps import statuses
from amparo.cases.urls import urlpatterns
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.forms import acts, control, parsed, refusals

Browser = Callable[[User], Client]

each_form = pytest.mark.parametrize("sending", SENDINGS, ids=NAMES)
each_demanding = pytest.mark.parametrize(
    "sending", [s for s in SENDINGS if s.wanted], ids=[s.name for s in SENDINGS if s.wanted]
)


def test_every_address_of_this_room_that_takes_a_form_is_tried_here() -> None:
    reading = {"list", "detail", "notice", "identity", "accounts", "holders", "due"}
    reading |= {"attachments", "attach", "download", "find"}  # see test_attachments, test_finding
    # See the tests of these rooms.
    reading |= {"notices", "calendar", "calendar_feed", "notifications"}
    reading |= {"queue", "undo_assigning", "carrier"}
    emergency = {"emergency", "emergencies", "review"}  # see test_emergency
    signals = {"signal", "screen"}  # see test_signals
    shares = {"sharing", "end_share"}  # see test_shares
    named = {str(pattern.name) for pattern in urlpatterns}
    elsewhere = reading | emergency | shares | signals
    elsewhere |= {"child", "child_words", "child_deed", "child_row"}  # see child/tests/test_forms
    assert named - elsewhere == {sending.name for sending in SENDINGS} | {"open"}


@each_demanding
@pytest.mark.asvs("2.2.1", "2.2.2")
def test_a_form_sent_empty_names_each_field_it_wants(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case = sending.on(cast)
    client, address, before = (
        client_of(cast.users[sending.by]),
        sending.path(case, cast),
        acts(case),
    )
    page = parsed(client.post(address, {"key": uuid4()}))
    told = refusals(page)
    assert [control(page, target).get("name") for target in told] == list(sending.wanted)
    assert all(words.endswith("This field is required.") for words in told.values())
    title = page.find(".//title")
    assert title is not None and (title.text or "").strip().startswith("Error: ")
    assert acts(case) == before


@each_demanding
@pytest.mark.asvs("2.2.1", "2.2.2")
def test_a_value_that_was_not_offered_is_refused(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case = sending.on(cast)
    client, address, before = (
        client_of(cast.users[sending.by]),
        sending.path(case, cast),
        acts(case),
    )
    for name in sending.wanted:
        if name in ("text", "note"):
            continue
        page = parsed(client.post(address, sending.filled(cast, **{name: "' OR 1=1 --"})))
        assert [control(page, target).get("name") for target in refusals(page)] == [name]
    assert acts(case) == before


@each_form
def test_a_form_is_shown_empty_before_it_is_sent(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case = sending.on(cast)
    page = parsed(client_of(cast.users[sending.by]).get(sending.path(case, cast)))
    assert page.find(".//div[@role='alert']") is None
    hidden = {field.get("name") for field in page.iterfind(".//form//input[@type='hidden']")}
    assert hidden >= {"csrfmiddlewaretoken", "key"}


@each_form
def test_a_form_sent_acts_and_leads_back_to_the_file(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case = sending.on(cast)
    client, before = client_of(cast.users[sending.by]), acts(case)
    response = client.post(sending.path(case, cast), sending.filled(cast))
    assert response.status_code == 302
    assert response.headers["Location"] == sending.leads_to(case)
    assert acts(case) > before


@each_form
def test_a_form_sent_twice_acts_once_and_leads_to_the_same_page(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case = sending.on(cast)
    client, address = client_of(cast.users[sending.by]), sending.path(case, cast)
    data = sending.filled(cast)
    answers = [client.post(address, data)]
    acted, stood = acts(case), len(statuses(case, cast, "identification"))
    answers += [client.post(address, data) for _ in range(2)]
    led_to = {response.headers.get("Location") for response in answers}
    assert led_to == {sending.leads_to(case)}
    assert (acts(case), len(statuses(case, cast, "identification"))) == (acted, stood)


def test_a_screening_becomes_one_file_however_often_it_is_sent(
    cast: Cast, client_of: Browser
) -> None:
    client, address = client_of(cast.first_responder), path_of_new_file(cast)
    data = {"given_name": "Zorvanela", "birth_date": "2004-02-29", "key": uuid4()}
    first, second = (client.post(address, data) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    refused = client.post(address, {**data, "key": uuid4()})
    assert "This screening has its file already." in refused.content.decode()
    with acting_as(cast.first_responder):
        assert cases_for(cast.first_responder).count() == 1


def test_a_new_file_with_an_impossible_day_names_the_field(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.first_responder)
    page = parsed(client.post(path_of_new_file(cast), {"birth_date": "2004-02-30"}))
    assert [control(page, target).get("name") for target in refusals(page)] == ["birth_date"]


@pytest.mark.asvs("2.3.1", "2.2.3", "2.2.2")
def test_a_step_that_cannot_follow_is_refused_in_a_sentence(cast: Cast, client_of: Browser) -> None:
    case = files.opened(cast)
    before = acts(case)
    html = client_of(cast.coordinator).post(
        f"/files/{case.reference}/receive/",
        {"authority": cast.units["panel"].pk, "manager": cast.units["centre_a"].pk},
    ).content.decode()  # fmt: skip
    assert "This cannot follow now: the file says “screened”" in html
    assert acts(case) == before


def test_a_unit_without_the_mandate_cannot_be_chosen(cast: Cast, client_of: Browser) -> None:
    case = files.referred(cast)
    data = {"authority": cast.units["school"].pk, "manager": cast.units["panel"].pk}
    page = parsed(client_of(cast.coordinator).post(f"/files/{case.reference}/receive/", data))
    names = [control(page, target).get("name") for target in refusals(page)]
    assert names == ["authority", "manager"]
