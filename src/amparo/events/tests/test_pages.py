"""The page of events: what happened, what it set off, and what waits for an answer."""

from collections.abc import Callable

from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.consents.actions import narrow_consent, withdraw_consent
from amparo.cases.consents.queries import live_consents
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.events.tests.steps import lost, speaks, threatened
from amparo.events.tests.story import play_events
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def shown(client: Client, case: Case, path: str = "events/") -> str:
    answer = client.get(f"/files/{case.reference}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_whoever_opens_the_file_sees_first_that_the_person_is_missing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    row = lost(case, by=cast.manager_a)
    for reader in (cast.manager_a, cast.panel, cast.coordinator):
        html = shown(client_of(reader), case, "")
        assert "Those who carry the file and the bureau were told." in html
    html = shown(client_of(cast.manager_a), case)
    assert f"/events/found/{row.pk}/" in html
    assert "/events/missing/" not in html


def test_what_waits_stands_among_what_is_to_do(cast: Cast, case: Case, client_of: Browser) -> None:
    row = threatened(case, by=cast.manager_a)
    speaks(case, by=cast.manager_a)
    html = shown(client_of(cast.manager_a), case, "")
    assert f"/events/threat-answer/{row.pk}/" in html
    assert "Something is to be told anew" in html
    assert "/events/threat-answer/" not in shown(client_of(cast.panel), case, "")


def test_each_row_stands_on_the_timeline_and_what_is_sealed_on_no_page(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    play_events(case, cast, "Velcandre")
    with acting_as(cast.manager_a):
        told = [str(entry.title) for entry in timeline(case, "Events")]
    assert len(told) == 8
    client = client_of(cast.manager_a)
    assert "Velcandre" not in shown(client, case) + shown(client, case, "")


def test_a_consent_that_ended_stands_with_whom_it_shut_out(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.first_responder)
    with acting_as(cast.first_responder):
        consents = {row.purpose: row for row in live_consents(case)}
    narrow_consent(
        consents["support"], by=cast.first_responder, recipients="services", how="signed"
    )
    html = shown(client, case)
    assert "Narrowed: " in html and "The narrower consent." in html
    withdraw_consent(consents["identification"], by=cast.first_responder, how="oral_witness")
    html = shown(client, case)
    assert "Withdrawn: " in html and "Sharing with: " in html and "panel unit" in html
    assert "/end/" in html, "what lives still can be ended from here"


def test_a_closed_file_says_how_it_is_opened_again(cast: Cast, client_of: Browser) -> None:
    closed = files.confirmed(cast)
    files.close(closed, by=cast.manager_a, second=cast.coordinator, reason="contact_lost")
    html = shown(client_of(cast.manager_a), closed)
    assert "The file is closed: nothing is added" in html
    assert f"/files/{closed.reference}/reopen/" in html
    assert "/reopen/" not in shown(client_of(cast.panel), closed)
