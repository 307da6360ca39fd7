"""Steps that need no form of their own, taken on one page for each track."""

from collections.abc import Callable

from django.test import Client

from amparo.access.standing import standing_of
from amparo.cases.actions.decisions import refer
from amparo.cases.machine import State, Track
from amparo.cases.steps import plain_steps
from amparo.cases.tests.steps import statuses, stored
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
I = Track.IDENTIFICATION  # noqa: E741  as the reference letters its tracks


def test_that_somebody_was_asked_is_recorded_and_the_referral_follows(
    cast: Cast, client_of: Browser
) -> None:
    case = files.consented(cast)
    address = f"/files/{case.reference}/steps/identification/"
    client = client_of(cast.first_responder)
    assert "The person was informed and asked for consent" in client.get(address).content.decode()
    assert client.post(address, {"state": "consent_asked"}).status_code == 302
    refer(files.fresh(case), by=cast.first_responder)
    assert [row.state for row in statuses(case, cast, I)] == [
        "screened", "consent_asked", "referred",
    ]  # fmt: skip


def test_a_decision_is_no_plain_step_and_nothing_is_left_on_a_closed_file(cast: Cast) -> None:
    case = stored(files.received(cast), cast)
    panel = standing_of(cast.panel)
    assert set(plain_steps(case, I, panel)) == {State.MORE_INFORMATION, State.SUSPENDED}
    assert plain_steps(case, I, standing_of(cast.provider)) == []
