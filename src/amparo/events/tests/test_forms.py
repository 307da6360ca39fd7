"""Every form of this page says what is missing, and acts once however often it is sent."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.cases.tests.test_forms import acts, control, parsed, refusals
from amparo.events.deeds import DEEDS
from amparo.events.tests.sendings import SENDINGS, Sending
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
NAMES = [sending.deed for sending in SENDINGS]
each_form = pytest.mark.parametrize("sending", SENDINGS, ids=NAMES)


def test_everything_that_can_be_written_here_is_tried_here() -> None:
    assert set(NAMES) == set(DEEDS)


@each_form
def test_a_form_sent_empty_names_each_field_it_wants(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case, row = sending.on(cast)
    client, before = client_of(cast.manager_a), acts(case)
    page = parsed(client.post(sending.path(case, row), {"key": uuid4()}))
    told = refusals(page)
    assert [control(page, target).get("name") for target in told] == list(sending.wanted)
    assert acts(case) == before


@each_form
def test_a_form_sent_often_acts_once_and_leads_back_to_the_page(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    case, row = sending.on(cast)
    client, before = client_of(cast.manager_a), acts(case)
    address, data = sending.path(case, row), sending.filled()
    assert parsed(client.get(address)).find(".//div[@role='alert']") is None
    answers = [client.post(address, data)]
    acted = acts(case)
    answers += [client.post(address, data) for _ in range(2)]
    assert {a.headers.get("Location") for a in answers} == {f"/files/{case.reference}/events/"}
    assert before < acted == acts(case)


@each_form
def test_another_centre_writes_nothing(sending: Sending, cast: Cast, client_of: Browser) -> None:
    case, row = sending.on(cast)
    client, before = client_of(cast.manager_b), acts(case)
    assert client.post(sending.path(case, row), sending.filled()).status_code == 404
    assert acts(case) == before + 1, "who was turned away is written down"
