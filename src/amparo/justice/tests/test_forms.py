"""Every form of this room says what is missing, and acts once however often it is sent."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from amparo.audit.queries import entries
from amparo.cases.pages.deeds import Subject
from amparo.cases.tests.test_forms import control, parsed, refusals
from amparo.justice.deeds import NON_PUNISHMENT, PAGE
from amparo.justice.dossier_deeds import ASSETS, OFFENDERS, PROCEEDINGS
from amparo.justice.tests.sendings import SENDINGS, Sending
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
NAMES = [sending.name for sending in SENDINGS]
each_form = pytest.mark.parametrize("sending", SENDINGS, ids=NAMES)
# See test_handing and test_offenders: what is sent names a unit, or another dossier.
ELSEWHERE = {"justice-hand-over", "offenders-same"}


def acts(about: Subject) -> int:
    """What was done to it, without those who looked."""
    return entries().of_case(about.pk).exclude(action__startswith="saw ").count()


def test_everything_that_can_be_written_here_is_tried_here() -> None:
    pages = (PAGE, NON_PUNISHMENT, PROCEEDINGS, OFFENDERS, ASSETS)
    known = {f"{page.name}-{deed}" for page in pages for deed in page.deeds}
    assert set(NAMES) == known - ELSEWHERE


@each_form
def test_a_form_sent_empty_names_each_field_it_wants_and_sent_often_acts_once(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    about, row = sending.on(cast)
    client, before = client_of(cast.users[sending.by]), acts(about)
    address = sending.path(about, row)
    told = refusals(page := parsed(client.post(address, {"key": uuid4()})))
    assert [control(page, target).get("name") for target in told] == list(sending.wanted)
    assert acts(about) == before
    data = sending.filled()
    answers = [client.post(address, data)]
    acted = acts(about)
    answers += [client.post(address, data)]
    assert {answer.headers.get("Location") for answer in answers} == {sending.page.href(about)}
    assert before < acted == acts(about)
    shown = client.get(sending.page.href(about))
    assert shown.status_code == 200
    assert "&lt;" not in shown.content.decode(), "markup is shown as text"


@each_form
def test_whoever_has_not_got_it_writes_nothing(
    sending: Sending, cast: Cast, client_of: Browser
) -> None:
    about, row = sending.on(cast)
    before = acts(about)
    for name in ("manager_b", "provider", "stranger"):
        answer = client_of(cast.users[name]).post(sending.path(about, row), sending.filled())
        assert answer.status_code in (403, 404), name
    done = entries().of_case(about.pk).exclude(action__startswith="saw ").exclude(decision="deny")
    assert done.count() == before
