"""Rows of the log leave by two persons: one asks, another agrees, the first has a day."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.log_exports.actions import ask_for_all, ask_for_rows
from amparo.access.log_exports.queries import export_with, released_export, released_exports
from amparo.access.standing import Refused
from amparo.access.two_persons import approve, refuse
from amparo.access.two_persons.queries import decidable_by
from amparo.audit.actions import record
from amparo.audit.names import mark_of
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.sealed import fully_written

ClientOf = Callable[[User], Client]
WHY = "Asked for by the commission."
DAY = timedelta(hours=24)
MANY = """
    INSERT INTO audit_entry
        (lane, sequence, at, actor, action, purpose, decision, keys, previous, mac)
    SELECT 0, 1000000 + n, now(), %s, 'saw the file', '', 'allow', 0, '', ''
    FROM generate_series(0, 100000) AS n
"""


def agreed(cast: Cast, **question: str) -> UUID:
    proposal = ask_for_rows(question, by=cast.auditor, reason=WHY)
    approve(proposal, by=cast.coordinator)
    return proposal.subject


def address(export: UUID) -> str:
    return f"/log/exports/{export}/log.csv"


def is_open(export: UUID, user: User) -> bool:
    with acting_as(user):
        return released_export(user, export) is not None


@pytest.mark.asvs("2.3.5")
def test_nothing_leaves_before_a_second_person_agrees(cast: Cast, client_of: ClientOf) -> None:
    proposal = ask_for_rows({}, by=cast.auditor, reason=WHY)
    client = client_of(cast.auditor)
    assert client.get(address(proposal.subject)).status_code == 404
    with pytest.raises(Refused, match="Somebody else"):
        approve(proposal, by=cast.auditor)
    assert client.get(address(proposal.subject)).status_code == 404
    approve(proposal, by=cast.coordinator)
    assert client.get(address(proposal.subject)).status_code == 200


def test_what_was_refused_never_opens(cast: Cast) -> None:
    proposal = ask_for_rows({}, by=cast.auditor, reason=WHY)
    refuse(proposal, by=cast.coordinator, reason="Not needed.")
    assert not is_open(proposal.subject, cast.auditor)


def test_it_is_open_for_a_day_to_whoever_asked_and_to_nobody_else(cast: Cast) -> None:
    now = clock.now()
    with clock.at(now):
        export = agreed(cast)
        assert is_open(export, cast.auditor)
        assert not is_open(export, cast.coordinator)
        assert not is_open(uuid4(), cast.auditor)
    with clock.at(now + DAY - timedelta(seconds=1)):
        assert is_open(export, cast.auditor)
        with acting_as(cast.auditor):
            assert [until for _, until in released_exports(cast.auditor)] == [now + DAY]
    with clock.at(now + DAY):
        assert not is_open(export, cast.auditor)


def test_only_whoever_may_read_the_log_asks_for_it(cast: Cast) -> None:
    for name in ("coordinator", "administrator", "manager_a"):
        with pytest.raises(Refused):
            ask_for_rows({}, by=cast.users[name], reason=WHY)
        with pytest.raises(Refused):
            ask_for_all(by=cast.users[name], reason=WHY)


def test_no_administrator_agrees(cast: Cast) -> None:
    proposal = ask_for_rows({}, by=cast.auditor, reason=WHY)
    with pytest.raises(Refused):
        approve(proposal, by=cast.administrator)


def test_a_question_with_a_fault_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="fault"):
        ask_for_rows({"since": "yesterday"}, by=cast.auditor, reason=WHY)


def test_the_second_person_reads_what_was_asked_in_words(cast: Cast) -> None:
    question = {"person": str(cast.panel.pk), "decision": "deny", "since": "2026-03-01"}
    proposal = ask_for_rows(question, by=cast.auditor, reason=WHY)
    with acting_as(cast.coordinator):
        sentence = proposal.sentence
    for part in ("Person: Panel Test", "Decided: refused", "From: 2026-03-01"):
        assert part in sentence
    with acting_as(cast.coordinator):
        whole = ask_for_rows({}, by=cast.auditor, reason=WHY)
        assert "every row" in whole.sentence


def test_what_was_written_after_the_asking_is_not_in_it(cast: Cast, client_of: ClientOf) -> None:
    record("opened", by=cast.panel, purpose="identity: safety")
    export = agreed(cast, action="opened")
    record("opened", by=cast.panel, purpose="identity: contact")
    lines = client_of(cast.auditor).get(address(export)).content.decode().splitlines()
    assert len(lines) == 2


def test_each_download_has_a_row_that_names_what_was_agreed(
    cast: Cast, client_of: ClientOf
) -> None:
    export = agreed(cast, action="opened")
    for _ in range(2):
        client_of(cast.auditor).get(address(export))
    rows = entries().filter(action="exported the log")
    assert [(row.actor, row.object_id, row.purpose) for row in rows] == [
        (cast.auditor.pk, export, "action")
    ] * 2


def test_from_the_page_of_the_log_and_back_by_clicks(cast: Cast, client_of: ClientOf) -> None:
    auditor, coordinator = client_of(cast.auditor), client_of(cast.coordinator)
    assert "/log/ask/?action=opened" in auditor.get("/log/?action=opened").content.decode()
    page = auditor.get("/log/ask/?action=opened").content.decode()
    assert "Act: opened what is sealed" in page
    sent = {"reason": WHY, "key": uuid4()}
    assert auditor.post("/log/ask/?action=opened", sent)["Location"] == "/log/"
    waiting = coordinator.get("/two-persons/").content.decode()
    assert "Act: opened what is sealed" in waiting
    assert "Download the rows" not in auditor.get("/log/").content.decode()


def closed(user: User) -> None:
    user.is_active = False
    user.save()


def test_an_account_closed_meanwhile_changes_nothing_of_what_was_asked(
    cast: Cast, client_of: ClientOf
) -> None:
    record("opened", by=cast.panel, purpose="identity: safety")
    record("opened", by=cast.stranger, purpose="identity: safety")
    proposal = ask_for_rows({"person": str(cast.panel.pk)}, by=cast.auditor, reason=WHY)
    closed(cast.panel)
    with acting_as(cast.coordinator):
        assert "1 row of the log leaves" in proposal.sentence
        assert "Person: Panel Test" in proposal.sentence
    approve(proposal, by=cast.coordinator)
    lines = client_of(cast.auditor).get(address(proposal.subject)).content.decode().splitlines()
    assert [("Panel Test" in line) for line in lines] == [False, True]


def test_a_file_is_kept_by_its_number_and_said_by_its_mark(cast: Cast) -> None:
    case = fully_written(cast)
    proposal = ask_for_rows({"case": case.reference}, by=cast.auditor, reason=WHY)
    with acting_as(cast.auditor):
        kept = export_with(proposal.subject)
        assert kept is not None
        assert kept.question == {"case": str(case.pk)}
        assert mark_of(case.pk) in proposal.sentence
        assert case.reference not in proposal.sentence


def test_no_more_rows_leave_than_the_second_person_was_told(
    cast: Cast, client_of: ClientOf
) -> None:
    now = clock.now()
    with clock.at(now):
        for _ in range(3):
            record("opened", by=cast.panel, purpose="identity: safety")
        proposal = ask_for_rows({"action": "opened"}, by=cast.auditor, reason=WHY)
        with acting_as(cast.coordinator):
            assert "3 rows of the log leave" in proposal.sentence
        record("opened", by=cast.panel, purpose="identity: late")  # the same moment
    approve(proposal, by=cast.coordinator)
    lines = client_of(cast.auditor).get(address(proposal.subject)).content.decode().splitlines()
    assert len(lines) == 4


def test_too_many_rows_are_not_asked_for_at_all(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(MANY, [cast.panel.pk])
    with pytest.raises(Refused, match="More than 100000 rows"):
        ask_for_rows({"action": "saw the file"}, by=cast.auditor, reason=WHY)


def test_a_question_with_a_fault_goes_back_to_its_page(cast: Cast, client_of: ClientOf) -> None:
    client = client_of(cast.auditor)
    answer = client.get("/log/ask/?since=yesterday")
    assert answer["Location"] == "/log/?since=yesterday"
    sent = client.post("/log/ask/?since=yesterday", {"reason": WHY, "key": uuid4()})
    assert sent["Location"] == "/log/?since=yesterday"
    with acting_as(cast.coordinator):
        assert decidable_by(cast.coordinator) == []


def test_by_clicks_from_the_question_to_the_file(cast: Cast, client_of: ClientOf) -> None:
    record("opened", by=cast.panel, purpose="identity: safety")
    auditor, coordinator = client_of(cast.auditor), client_of(cast.coordinator)
    sent = {"reason": WHY, "key": uuid4()}
    auditor.post(f"/log/ask/?person={cast.panel.pk}", sent)
    with acting_as(cast.coordinator):
        proposal = decidable_by(cast.coordinator)[0]
    page = coordinator.get(f"/two-persons/{proposal.pk}/").content.decode()
    assert "1 row of the log leaves" in page
    assert WHY in page
    coordinator.post(f"/two-persons/{proposal.pk}/", {"decision": "approve", "key": uuid4()})
    assert address(proposal.subject) in auditor.get("/log/").content.decode()
    assert address(proposal.subject) not in coordinator.get("/").content.decode()
    assert auditor.get(address(proposal.subject)).content.decode().count("Panel Test") == 1
