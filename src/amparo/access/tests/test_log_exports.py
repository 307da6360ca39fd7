"""Rows of the log leave by two persons: one asks, another agrees, the first has a day."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.log_exports.actions import ask_for_all, ask_for_rows
from amparo.access.log_exports.queries import released_export, released_exports
from amparo.access.standing import Refused
from amparo.access.two_persons import approve, refuse
from amparo.audit.actions import record
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]
WHY = "Asked for by the commission."
DAY = timedelta(hours=24)


def asked(cast: Cast, **question: str) -> UUID:
    return ask_for_rows(question, by=cast.auditor, reason=WHY).subject


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


def by_command(cast: Cast, **options: object) -> str:
    told = StringIO()
    call_command("export_audit", cast.auditor.email, stdout=told, **options)
    return told.getvalue()


def test_the_whole_log_is_written_once_somebody_else_agreed(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    settings.AUDIT_HEADS = tmp_path / "heads.jsonl"
    call_command("sign_heads", verbosity=0)
    proposal = ask_for_all(by=cast.auditor, reason=WHY)
    assert "Asked." in by_command(cast, reason=WHY)
    file = tmp_path / "log.jsonl"
    with pytest.raises(CommandError, match="Nobody has agreed"):
        by_command(cast, approved=proposal.pk, file=file)
    assert not file.exists()
    approve(proposal, by=cast.coordinator)
    assert "rows in" in by_command(cast, approved=proposal.pk, file=file)
    assert entries().get(action="exported the log").actor == cast.auditor.pk
    written = file.read_bytes()
    with pytest.raises(FileExistsError):
        by_command(cast, approved=proposal.pk, file=file)
    assert file.read_bytes() == written


@pytest.mark.parametrize("options", [{}, {"file": Path("log.jsonl")}])
def test_the_command_says_what_it_wants(options: dict[str, object], cast: Cast) -> None:
    with pytest.raises(CommandError, match="--reason"):
        by_command(cast, **options)
    with pytest.raises(CommandError, match="nobody with the address"):
        call_command("export_audit", "nobody@example.org", reason=WHY)
