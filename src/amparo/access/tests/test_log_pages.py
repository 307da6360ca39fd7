"""The auditor asks the log by person, file, act, purpose, decision and day."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from amparo.access.log_exports.actions import ask_for_rows
from amparo.access.log_words import ACTIONS, action_words, purpose_words
from amparo.access.two_persons import approve
from amparo.audit.actions import record
from amparo.audit.models import Check, Decision
from amparo.audit.names import mark_of
from amparo.audit.queries import entries
from amparo.methods import clock
from amparo.people.models import User
from support.cast import Cast
from support.sealed import fully_written

Browser = Callable[[User], Client]
NUMBER = re.compile(r"<td>(\d{3})</td>")
DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


def shown(client: Client, question: str = "") -> str:
    response = client.get(f"/log/?{question}")
    assert response.status_code == 200
    return response.content.decode().partition("<tbody>")[2]


@pytest.fixture
def written(cast: Cast) -> Cast:
    for days, by in enumerate((cast.panel, cast.manager_a, cast.panel)):
        with clock.at(DAY + timedelta(days=days)):
            record("opened", by=by, purpose="identity: safety" if days else "facts: decision")
    with clock.at(DAY):
        record("was refused", by=cast.stranger, decision=Decision.DENY)
    return cast


def test_by_person(written: Cast, client_of: Browser) -> None:
    html = shown(client_of(written.auditor), f"person={written.panel.pk}")
    assert html.count("Panel Test") == 2
    assert str(written.manager_a) not in html


def test_by_file_as_reference_or_number(cast: Cast, client_of: Browser) -> None:
    case = fully_written(cast)
    client = client_of(cast.auditor)
    by_reference = shown(client, f"case={case.reference}")
    assert by_reference.count("<tr>") == shown(client, f"case={case.pk}").count("<tr>") > 3
    assert "read the log" not in by_reference


def test_a_file_that_is_not_there_is_said_at_the_field(cast: Cast, client_of: Browser) -> None:
    html = client_of(cast.auditor).get("/log/?case=A-2020-99999").content.decode()
    assert "No file was opened under this reference." in html


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("action=opened", 3),
        ("purpose=safety", 2),
        ("purpose=decision", 1),
        ("decision=deny", 1),
        ("since=2026-03-02&until=2026-03-02", 1),
        ("until=2026-03-01", 2),
        ("action=opened&purpose=safety&since=2026-03-03", 1),
    ],
)
def test_by_each_part_and_by_several(
    question: str, rows: int, written: Cast, client_of: Browser
) -> None:
    assert shown(client_of(written.auditor), question).count("<tr>") == rows


def test_the_row_of_a_reading_says_what_was_asked_by_never_with_which_words(
    cast: Cast, client_of: Browser
) -> None:
    case = fully_written(cast)
    client_of(cast.auditor).get(
        f"/log/?case={case.reference}&person={cast.panel.pk}&until=2030-01-01"
    )
    row = entries().filter(action="read the log").get()
    assert row.purpose == "case, person, until"
    assert case.reference not in str(vars(row))


def test_older_rows_follow_one_another_and_none_twice(cast: Cast, client_of: Browser) -> None:
    for number in range(120):
        record("saw the file", by=cast.panel, purpose=f"{number:03}")
    client, seen, address = client_of(cast.auditor), list[str](), "/log/?action=saw the file"
    while address:
        html = client.get(address).content.decode()
        seen += NUMBER.findall(html)
        _, found, rest = html.partition('rel="next" href="')
        address = "/log/" + rest.partition('"')[0].replace("&amp;", "&") if found else ""
    assert seen == [f"{number:03}" for number in reversed(range(120))]


def test_the_pages_question_goes_along_an_index_and_counts_nothing(written: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    for question in (
        entries(),
        entries().filter(actor=written.panel.pk),
        entries().filter(case_id=written.panel.pk),
        entries().filter(action="opened"),
    ):
        plan = question.newest_first()[:51].explain()
        assert "Index Scan" in plan, plan
        assert "Seq Scan" not in plan, plan


def exported(cast: Cast, client_of: Browser, **question: str) -> HttpResponse:
    proposal = ask_for_rows(question, by=cast.auditor, reason="For the commission.")
    approve(proposal, by=cast.coordinator)
    return client_of(cast.auditor).get(f"/log/exports/{proposal.subject}/log.csv")  # type: ignore[return-value]  # as the test client types it


def test_the_export_holds_what_was_asked_for_and_no_formula(
    written: Cast, client_of: Browser
) -> None:
    User.objects.filter(pk=written.panel.pk).update(given_name="=1+1")
    answer = exported(written, client_of, action="opened", purpose="safety")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Disposition"].startswith("attachment")
    assert len(lines) == 3
    assert any("'=1+1" in line for line in lines)
    assert entries().filter(action="exported the log").get().purpose == "action, purpose"


def test_rows_of_one_file_share_a_mark_that_is_not_its_number(
    cast: Cast, client_of: Browser
) -> None:
    case = fully_written(cast)
    client = client_of(cast.auditor)
    for answer in (client.get(f"/log/?case={case.reference}"), exported(cast, client_of)):
        assert mark_of(case.pk) in answer.content.decode()
        assert str(case.pk) not in answer.content.decode()


def test_the_page_says_when_the_chain_was_checked_last(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.auditor)
    assert "was not checked yet" in client.get("/log/").content.decode()
    Check.objects.create(at=DAY, rows=12, lanes=1, faults=0, beyond=0)
    assert "Chain verified at" in client.get("/log/").content.decode()
    Check.objects.create(at=DAY + timedelta(days=1), rows=12, lanes=1, faults=2, beyond=0)
    assert "did not hold when it was checked last" in client.get("/log/").content.decode()


def test_acts_and_purposes_are_said_in_words() -> None:
    assert action_words("opened") == "opened what is sealed"
    assert action_words("offer: accepted") == "offer: accepted"
    assert action_words("something of tomorrow") == "something of tomorrow"
    assert purpose_words("identity: safety") == "identity: Keep the person safe"
    assert purpose_words("") == ""
    assert "opened" in ACTIONS
