"""A decision keeps who took it, on what, for which form and period; nobody decides over another."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.opening import open_accounts
from amparo.cases.actions.steps import step
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.findings import Finding
from amparo.cases.decisions.reconsidering import ask_anew
from amparo.cases.decisions.tests.deciding import TEXT, address, kept, second_officer, sent
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.tests.steps import statuses, stored
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def test_a_decision_keeps_its_findings_its_evidence_and_its_author(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    answer = client_of(cast.panel).post(address(case), sent())
    assert answer.status_code == 302
    (row,) = kept(case, cast)
    assert (row.stage, row.result, row.by) == ("first", "presumed", cast.panel)
    assert row.findings == [
        {"form": "LABOUR", "standing": "found", "since": "2024-03", "until": "2025"}
    ]
    assert row.evidence == ["signs", "witness"]
    with acting_as(cast.coordinator):
        assert row.taken.status.state == "presumed"
    assert entries().of_case(case.pk).filter(action="decided: presumed").count() == 1


def test_the_reasons_open_with_a_purpose_and_stand_in_no_column(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client_of(cast.panel).post(address(case), sent())
    (row,) = kept(case, cast)
    assert row.reasons is not None
    assert b"Zorvanela" not in row.reasons.stored
    texts = [found.text for found in open_accounts(case, by=cast.panel, purpose="safety")]
    assert TEXT in texts


def test_the_page_says_who_i_am_and_whether_i_may(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    html = client_of(cast.panel).get(address(case)).content.decode()
    for words in ("Panel Test, panel unit", "Yes.", "At the latest:", "Forced labour: from"):
        assert words in html


def test_the_page_of_a_decided_file_says_why_there_is_no_form(
    cast: Cast, client_of: Browser
) -> None:
    case = files.confirmed(cast)
    html = client_of(cast.panel).get(address(case)).content.decode()
    assert "Not now: the file says “identified victim”." in html
    assert "Record the decision" not in html


def test_of_two_officers_the_second_is_told_and_loses_no_text(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    other = second_officer(cast)
    client_of(other).post(address(case), sent(outcome="not_presumed", standing_0="not_found"))
    page = client_of(cast.panel).post(address(case), sent())
    html = page.content.decode()
    assert "Somebody has decided meanwhile: the file says “not presumed a victim”" in html
    assert "The hours of Zorvanela&#x27;s ledger" in html
    assert 'value="2024-03"' in html
    assert [row.by for row in kept(case, cast)] == [other]


def test_sent_twice_it_is_decided_once(cast: Cast, case: Case, client_of: Browser) -> None:
    client, data = client_of(cast.panel), sent()
    answers = {client.post(address(case), data).status_code for _ in range(3)}
    assert answers == {302}
    assert len(kept(case, cast)) == 1


# What is sent instead, at which field it is refused, in which words.
IMPOSSIBLE: list[tuple[dict[str, Any], str, str]] = [
    ({"since_0": "2999"}, "since_0", "lies in the future"),
    ({"since_0": "2025", "until_0": "2024-12"}, "until_0", "cannot end before it begins"),
    ({"since_0": "2024-13"}, "since_0", "Write a year"),
    ({"since_0": "1066"}, "since_0", "Write a year"),
    ({"since_0": "March"}, "since_0", "Write a year"),
    ({"form_1": "BEGGING"}, "standing_1", "Say whether it is found"),
    ({"since_1": "2024"}, "form_1", "Say which form"),
    ({"standing_0": "not_found"}, "outcome", "at least one form that is found"),
    ({"outcome": "not_presumed"}, "outcome", "A form is found"),
]


@pytest.mark.parametrize("impossible", IMPOSSIBLE)
@pytest.mark.asvs("2.2.1", "2.2.2")
def test_what_cannot_be_is_refused_at_its_field(
    impossible: tuple[dict[str, Any], str, str], cast: Cast, case: Case, client_of: Browser
) -> None:
    changes, field, words = impossible
    page = client_of(cast.panel).post(address(case), sent(**changes))
    assert words in str(page.context["form"].errors[field])
    assert set(page.context["form"].errors) == {field}
    assert kept(case, cast) == []
    assert stored(case, cast).identification == "received"


@pytest.mark.parametrize(
    "findings",
    [
        [],
        [Finding("NONE", "found")],
        [Finding("LABOUR", "perhaps")],
        [Finding("LABOUR", "found", "2999")],
        [Finding("LABOUR", "found", "x")],
        [Finding("LABOUR", "found", "2025", "2024")],
        [Finding("LABOUR", "found"), Finding("LABOUR", "found")],
        [Finding("LABOUR", "not_found")],
    ],
)
def test_the_action_refuses_what_the_form_would(
    findings: list[Finding], cast: Cast, case: Case
) -> None:
    with pytest.raises(Refused):
        decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=findings)
    assert kept(case, cast) == []


def test_a_year_and_a_month_of_the_same_year_go_together(cast: Cast, case: Case) -> None:
    findings = [Finding("LABOUR", "found", "2024-03", "2024"), Finding("BEGGING", "not_found")]
    decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=findings)
    assert len(kept(case, cast)[0].findings) == 2


def test_another_unit_does_not_decide(cast: Cast, case: Case) -> None:
    stranger = second_officer(cast, "elsewhere", unit="school")
    for user in (cast.manager_b, cast.coordinator, cast.provider, stranger):
        with pytest.raises(Refused):
            decide(
                case,
                State.PRESUMED,
                by=user,
                reason="grounds_found",
                note=TEXT,
                findings=files.FOUND,
            )
    assert kept(case, cast) == []


def challenged(cast: Cast, case: Case) -> Case:
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    ask_anew(case, by=cast.manager_a, asked_by="person", grounds=["facts_wrong"])
    return files.fresh(case)


def test_who_decided_before_does_not_decide_anew(cast: Cast, case: Case) -> None:
    case = challenged(cast, case)
    with pytest.raises(Refused, match="somebody else decides anew"):
        decide(case, State.PRESUMED, by=cast.panel, reason="new_facts", findings=files.FOUND)
    other = second_officer(cast)
    decide(case, State.PRESUMED, by=other, reason="new_facts", findings=files.FOUND)
    assert [row.stage for row in kept(case, cast)] == ["reconsidered", "first"]
    assert [row.state for row in statuses(case, cast, "identification")][-2:] == [
        "presumed", "reflection",
    ]  # fmt: skip


def test_the_page_tells_who_decided_before_that_they_may_not(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    case = challenged(cast, case)
    html = client_of(cast.panel).get(address(case)).content.decode()
    assert "somebody else decides anew" in html
    assert "First decision: not presumed a victim" in html


@pytest.mark.parametrize("state", ["presumed", "not_presumed"])
def test_the_database_lets_no_file_come_to_a_decided_state_without_a_decision(
    state: str, cast: Cast, case: Case
) -> None:
    with (
        pytest.raises(DatabaseError, match="nothing was decided"),
        acting_as(cast.panel),
        transaction.atomic(),
    ):
        step(case, Track.IDENTIFICATION, State(state), by=cast.panel)
    assert stored(case, cast).identification == "received"
