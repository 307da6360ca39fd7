"""How long what is kept: the country's rules, a dry run, no erasure without two persons."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from shutil import copytree
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.access.two_persons import Proposal, approve
from amparo.cases import machine
from amparo.cases.actions.decisions import end_without_referral
from amparo.cases.glance import erased
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from amparo.rights.actions.retention import propose_due
from amparo.rights.queries import due_now
from amparo.rights.retention import Due, due_drafts, due_files
from amparo.screening import actions as screenings
from amparo.screening.models import Screening
from amparo.vocab import country as packs
from amparo.vocab.datafile import DataError
from amparo.vocab.retention import OUTCOMES
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
RULES = list(country().retention.values())


def closed_without_referral(cast: Cast, **answers: object) -> Case:
    case = files.opened(cast, by=cast.manager_a, **answers)
    end_without_referral(case, State.NOT_REFERRED, by=cast.manager_a, reason="adult_declined")
    files.close(case, by=cast.manager_a, second=cast.coordinator, reason="person_ended")
    return case


def seen_by(user: User) -> tuple[list[Due], list[Due]]:
    with acting_as(user):
        return due_now(user)


def test_the_pack_knows_the_outcomes_that_the_machine_knows() -> None:
    assert set(OUTCOMES) == {str(state) for state in machine.OUTCOMES}


@pytest.mark.asvs("14.2.4")
def test_a_file_is_due_when_its_rule_says_so_and_not_a_day_before(cast: Cast) -> None:
    with clock.at(NOON):
        case = closed_without_referral(cast)
    due = country().retention["not_identified"].due(NOON.date())
    for day, expected in ((due - timedelta(days=1), []), (due, [case.pk])):
        with clock.at(NOON + (day - NOON.date())):
            files_due, _drafts = seen_by(cast.auditor)
            assert [each.subject for each in files_due] == expected


def test_a_file_that_is_not_closed_is_never_due(cast: Cast) -> None:
    files.received(cast)
    with clock.at(clock.now() + timedelta(days=366 * 50)):
        assert seen_by(cast.coordinator) == ([], [])


def test_only_those_who_watch_see_the_list(cast: Cast) -> None:
    for user in (cast.manager_a, cast.panel, cast.provider, cast.administrator, cast.stranger):
        with pytest.raises(Refused):
            seen_by(user)


def test_the_register_shows_a_stranger_nothing_and_the_watcher_writes_nothing(cast: Cast) -> None:
    closed_without_referral(cast)
    asked = "SELECT count(*) FROM rights_keptfile"
    for user, seen in ((cast.stranger, 0), (cast.manager_b, 0), (cast.auditor, 1)):
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute(asked)
            assert cursor.fetchone() == (seen,)
    with acting_as(cast.auditor), connection.cursor() as cursor:
        cursor.execute("UPDATE rights_keptfile SET closed_on = NULL")
        assert cursor.rowcount == 0


def test_a_proposal_erases_nothing_and_two_persons_do(cast: Cast) -> None:
    case = closed_without_referral(cast)
    with clock.at(clock.now() + timedelta(days=366 * 3)):
        assert propose_due(by=cast.auditor) == 1
        assert propose_due(by=cast.auditor) == 0
        with acting_as(cast.coordinator):
            assert erased(case) is None
            proposal = Proposal.objects.get(case_id=case.pk, kind="erase")
        approve(proposal, by=cast.coordinator)
        with acting_as(cast.coordinator):
            row = erased(case)
            assert row is not None and row.reason == "retention_over"
        assert seen_by(cast.auditor) == ([], [])


def test_what_no_rule_asks_for_any_more_is_not_erased(cast: Cast) -> None:
    case = closed_without_referral(cast)
    with clock.at(clock.now() + timedelta(days=366 * 3)):
        propose_due(by=cast.auditor)
        with acting_as(cast.coordinator):
            proposal = Proposal.objects.get(case_id=case.pk, kind="erase")
    with pytest.raises(Refused):
        approve(proposal, by=cast.coordinator)  # the clock is back: it is not due


def test_drafts_are_reminded_of_then_purged_by_two_persons(cast: Cast) -> None:
    with clock.at(NOON):
        screenings.start(by=cast.first_responder, key=uuid4())
    for days, expected in ((20, []), (21, ["warn"]), (28, ["warn", "erase"])):
        with clock.at(NOON + timedelta(days=days)):
            _files, drafts = seen_by(cast.coordinator)
            assert [each.rule.then for each in drafts] == expected
    with clock.at(NOON + timedelta(days=28)):
        assert propose_due(by=cast.auditor) == 0
        assert propose_due(by=cast.coordinator) == 1
        with acting_as(cast.coordinator):
            proposal = Proposal.objects.get(kind="purge_drafts")
        with pytest.raises(Refused):
            approve(proposal, by=cast.coordinator)
        with acting_as(cast.coordinator):
            assert Screening.objects.drafts().count() == 1


def test_the_command_prints_a_dry_run_and_proposes_on_demand(cast: Cast) -> None:
    case = closed_without_referral(cast)
    with clock.at(clock.now() + timedelta(days=366 * 3)):
        out = StringIO()
        call_command("retention", cast.auditor.email, stdout=out)
        said = out.getvalue()
        assert f"{case.reference}  not_identified: closed" in said
        assert "not_identified (erase): 1" in said
        assert "1 files and 0 drafts are due. Nothing erased." in said
        call_command("retention", cast.auditor.email, "--propose", stdout=out)
        assert "1 proposals made" in out.getvalue()
    for who in ("nobody@example.org", cast.manager_a.email):
        with pytest.raises(CommandError):
            call_command("retention", who, stdout=out)


def test_the_page_shows_the_same_and_proposes(cast: Cast, client_of: Browser) -> None:
    case = closed_without_referral(cast)
    assert "No file is due" in client_of(cast.auditor).get("/retention/").content.decode()
    with clock.at(clock.now() + timedelta(days=366 * 3)):
        client = client_of(cast.auditor)
        page = client.get("/retention/").content.decode()
        assert case.reference in page
        assert case.pseudonym not in page
        said = client.post("/retention/", {"key": uuid4()}, follow=True).content.decode()
        assert "1 proposal made." in said


days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


class Line:
    def __init__(self, closed_on: date | None, outcome: str, child: bool) -> None:
        self.case_id: UUID = uuid4()
        self.reference, self.closed_on, self.outcome, self.child = "A", closed_on, outcome, child


@given(st.lists(st.tuples(st.none() | days, st.sampled_from(OUTCOMES), st.booleans())), days)
def test_the_dry_run_lists_exactly_what_each_rule_asks_for(
    rows: list[tuple[date | None, str, bool]], day: date
) -> None:
    kept = [Line(*row) for row in rows]
    expected = {
        (line.case_id, rule.code)
        for line in kept
        for rule in RULES
        if rule.kind == "file"
        and line.closed_on
        and rule.who in ("everybody", "children" if line.child else "adults")
        and (not rule.outcomes or line.outcome in rule.outcomes)
        and rule.due(line.closed_on) <= day
    }
    found = due_files(kept, RULES, day)
    assert {(each.subject, each.rule.code) for each in found} == expected
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert due_drafts([], RULES, day) == []


@given(days)
def test_a_period_of_years_ends_on_the_same_day_or_the_last_of_its_month(start: date) -> None:
    rule = country().retention["identified"]
    due = rule.due(start)
    assert due.year == start.year + rule.amount
    assert (due.month, due.day) in ((start.month, start.day), (2, 28))


FAULTS = [
    ('who = "children"', 'who = "minors"', "retention[children].who: should be one of"),
    ('then = "warn"', 'then = "burn"', "retention[draft_warning].then: should be one of"),
    ('outcomes = ["confirmed"]', 'outcomes = ["gone"]', "retention[identified].outcomes: 'gone'"),
    ("amount = 24\nperiod", "amount = 0\nperiod", "retention[not_identified].amount: should be 1"),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_rule_stops_the_start_with_its_file_and_line(
    fault: tuple[str, str, str], tmp_path: Path
) -> None:
    right, wrong, message = fault
    pack = copytree(Path(packs.__file__).parents[1] / "demo/country", tmp_path / "pack")
    whole = (pack / "country.toml").read_text("utf-8")
    assert right in whole
    broken = whole.replace(right, wrong, 1)
    (pack / "country.toml").write_text(broken, "utf-8")
    with pytest.raises(DataError) as refused:
        packs.load(pack)
    line = broken[: broken.index(wrong)].count("\n") + 1
    assert str(refused.value).startswith(f"country.toml: {message}")
    assert str(refused.value).endswith(f"(line {line})")
