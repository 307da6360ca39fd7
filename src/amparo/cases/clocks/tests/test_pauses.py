"""A clock that stands still, that is made longer, and that nothing may precede."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.standing import NotAllowed, Refused
from amparo.audit.queries import entries
from amparo.cases.actions.steps import step
from amparo.cases.clocks import rules
from amparo.cases.clocks.actions import extend
from amparo.cases.clocks.models import Clock, Extension
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State, Track
from amparo.cases.models import Case, Status
from amparo.cases.tests.steps import clocks_of
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User
from amparo.vocab.clocks import ClockRule
from support import files
from support.cast import Cast

I = Track.IDENTIFICATION  # noqa: E741  as the reference letters its tracks
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
Browser = Callable[[User], Client]
moments = st.datetimes(datetime(2015, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))
spans = st.timedeltas(timedelta(0), timedelta(days=60))


def rule(code: str = "first_decision") -> ClockRule:
    return country().clocks[code]


def asked(cast: Cast, case: Case) -> None:
    step(case, I, State.MORE_INFORMATION, by=cast.panel, reason="more_information")


def answered(cast: Cast, case: Case) -> None:
    step(case, I, State.RECEIVED, by=cast.first_responder, reason="information_received")


def test_the_first_decision_stands_still_while_information_is_awaited(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.received(cast)
    before = clocks_of(case, cast)["first_decision"].due_at
    assert before == MONDAY + 7 * DAY
    with clock.at(MONDAY + DAY):
        asked(cast, case)
    row = clocks_of(case, cast)["first_decision"]
    assert (row.paused_at, row.due_at) == (MONDAY + DAY, before)
    with acting_as(cast.coordinator):
        assert not Clock.objects.all().filter(case=case).late(before + DAY).exists()
    with clock.at(MONDAY + 8 * DAY):  # Tuesday again: four working days were left
        answered(cast, case)
    row = clocks_of(case, cast)["first_decision"]
    assert (row.paused_at, row.due_at) == (None, MONDAY + 14 * DAY)


def test_whoever_was_asked_has_a_clock_of_their_own(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.received(cast)
        asked(cast, case)
    row = clocks_of(case, cast)["information"]
    assert row.due_at == MONDAY + 14 * DAY
    assert "information" in rules.duties(["first_responder"])
    assert "information" not in rules.duties(["competent_authority"])
    with clock.at(MONDAY + DAY):
        answered(cast, case)
    assert clocks_of(case, cast)["information"].met_at == MONDAY + DAY


def test_a_suspended_file_goes_on_where_it_stood(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.received(cast)
    with clock.at(MONDAY + DAY):
        step(case, I, State.SUSPENDED, by=cast.panel, reason="missing")
    assert clocks_of(case, cast)["suspension_review"].due_at == MONDAY + 31 * DAY
    with clock.at(MONDAY + 21 * DAY):
        step(case, I, State.RECEIVED, by=cast.panel, reason="may_go_on")
    rows = clocks_of(case, cast)
    assert rows["first_decision"].due_at == MONDAY + 25 * DAY  # the Friday of that week
    assert rows["first_decision"].started_at == MONDAY
    assert rows["suspension_review"].met_at == MONDAY + 21 * DAY


@given(moments, spans, spans)
def test_standing_still_for_no_time_changes_nothing_and_more_never_shortens(
    start: datetime, into: timedelta, still: timedelta
) -> None:
    for code in ("acknowledge", "first_decision", "final_decision"):
        end = rules.due(rule(code), start)
        paused = start + into
        assert rules.due_again(rule(code), end, paused=paused, resumed=paused) == max(
            end, min(end, paused)
        )
        assert rules.due_again(rule(code), end, paused=paused, resumed=paused + still) >= end


@given(moments, st.integers(1, 40))
def test_more_units_at_once_are_as_many_one_by_one(start: datetime, amount: int) -> None:
    for code in ("acknowledge", "first_decision", "final_decision"):
        end = rules.due(rule(code), start)
        slow = end
        for _ in range(amount):
            slow = rules.longer(rule(code), slow, 1)
        assert rules.longer(rule(code), end, amount) == slow


def test_more_time_is_a_row_with_its_reason_and_no_more_than_the_pack_allows(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.received(cast)
        before = clocks_of(case, cast)["first_decision"].due_at
        extend(case, "first_decision", by=cast.panel, amount=3, reason="interpreter")
        row = clocks_of(case, cast)["first_decision"]
        assert row.due_at == rules.longer(rule(), before, 3)
        with acting_as(cast.panel):
            given = Extension.objects.of(case).get()
        assert (given.amount, given.reason, given.until) == (3, "interpreter", row.due_at)
        with pytest.raises(Refused, match="at most 2 more"):
            extend(case, "first_decision", by=cast.panel, amount=3, reason="interpreter")
    with acting_as(cast.panel):
        assert entries().of_case(case.pk).newest_first()[0].action == "extended: first_decision"


def test_no_more_time_once_it_ran_out_or_stands_still_or_has_ended(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.received(cast)
    with clock.at(MONDAY + 8 * DAY), pytest.raises(Refused, match="run out already"):
        extend(case, "first_decision", by=cast.panel, amount=1, reason="health")
    with clock.at(MONDAY + DAY):
        asked(cast, case)
        with pytest.raises(Refused, match="stands still"):
            extend(case, "first_decision", by=cast.panel, amount=1, reason="health")
        with pytest.raises(Refused, match="ended already"):
            extend(case, "acknowledge", by=cast.panel, amount=1, reason="health")


@pytest.mark.parametrize("who", ["first_responder", "manager_a", "provider", "stranger"])
def test_only_the_bureau_and_the_authority_give_more_time(who: str, cast: Cast, case: Case) -> None:
    with pytest.raises(NotAllowed):
        extend(case, "first_decision", by=cast.users[who], amount=1, reason="health")


def test_the_protected_period_may_grow_and_a_decision_waits_for_its_new_end(cast: Cast) -> None:
    with clock.at(MONDAY):
        case = files.presumed(cast)
        before = clocks_of(case, cast)["protected_period"].due_at
        extend(case, "protected_period", by=cast.panel, amount=10, reason="person_needs")
    with clock.at(before), pytest.raises(Refused, match="protected period runs until"):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)
    with clock.at(before + 10 * DAY):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)


def test_the_database_refuses_a_final_decision_before_the_end_whoever_writes_it(
    cast: Cast,
) -> None:
    case = files.presumed(cast)
    with pytest.raises(DatabaseError, match="protected period runs"), acting_as(cast.panel):
        Status.objects.create(
            case=case, track=I, number=9, before="reflection", state="confirmed", by=cast.panel,
            at=clock.now(),
        )  # fmt: skip


@pytest.mark.parametrize(
    "change", [{"due_at": MONDAY}, {"holds": []}, None], ids=["sooner", "holds nothing", "deleted"]
)
def test_the_database_lets_a_protected_period_only_grow(
    change: dict[str, object] | None, cast: Cast
) -> None:
    case = files.presumed(cast)
    with acting_as(cast.panel):
        rows = Clock.objects.filter(case=case, rule="protected_period")
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            rows.update(**change) if change else rows.delete()


def test_a_child_is_referred_within_a_day_and_an_adult_has_no_such_clock(cast: Cast) -> None:
    assert "child_referral" not in clocks_of(files.opened(cast), cast)
    with clock.at(MONDAY):
        case = files.opened(cast, age="not_sure")
    assert clocks_of(case, cast)["child_referral"].due_at == MONDAY + DAY


def test_the_desk_gives_more_time_and_says_what_is_left(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client = client_of(cast.panel)
    page = client.get(f"/files/{case.reference}/").content.decode()
    address = f"/files/{case.reference}/clocks/first_decision/extend/"
    assert address in page
    assert "at most 5" in client.get(address).content.decode()
    over = client.post(address, {"amount": 6, "reason": "health"})
    assert over.status_code == 200
    done = client.post(address, {"amount": 5, "reason": "health"}, follow=True)
    assert "The person&#x27;s health" in done.content.decode()
    assert client.get(address).status_code == 404


def test_what_is_due_has_a_list_for_each_who_must_meet_it(cast: Cast, client_of: Browser) -> None:
    with clock.at(clock.now() - 2 * DAY):
        case = files.referred(cast)
    pages = {
        name: client_of(cast.users[name]).get("/files/due/").content.decode()
        for name in ("coordinator", "manager_b")
    }
    assert case.reference in pages["coordinator"]
    assert case.reference not in pages["manager_b"]
    assert 'when=late&amp;whose=mine" aria-current="true"' in pages["coordinator"]
