"""Two decisions, a protected period between them; a child is always referred; how files end."""

from datetime import timedelta

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused, shared_for
from amparo.audit.queries import entries
from amparo.cases.actions.decisions import (
    end_without_referral,
    receive,
    refer,
    withdraw,
)
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.queries import decisions_of
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.tests.steps import clocks_of, statuses, stored
from amparo.design.tokens import day_in_words
from amparo.methods import clock
from amparo.people.country import day_of
from support import files
from support.cast import Cast

FINAL = {State.CONFIRMED: "confirmed", State.NOT_CONFIRMED: "not_confirmed"}


def test_a_first_decision_that_presumes_begins_the_protected_period(cast: Cast, case: Case) -> None:
    decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=files.FOUND)
    assert stored(case, cast).identification == "reflection"
    states = [row.state for row in statuses(case, cast, Track.IDENTIFICATION)]
    assert states[-2:] == ["presumed", "reflection"]


@pytest.mark.parametrize("outcome", FINAL)
@pytest.mark.parametrize("early", [timedelta(days=30), timedelta(days=1), timedelta.resolution])
@pytest.mark.asvs("2.3.2")
def test_no_final_decision_comes_before_the_period_ends(
    outcome: State, early: timedelta, cast: Cast
) -> None:
    case = files.presumed(cast)
    end = clocks_of(case, cast)["protected_period"].due_at
    logged = entries().count()
    with clock.at(end - early), pytest.raises(Refused, match=f"until {day_in_words(day_of(end))}:"):
        decide(
            case, outcome, by=cast.panel, reason=FINAL[outcome], findings=files.findings(outcome)
        )
    assert stored(case, cast).identification == "reflection"
    assert entries().count() == logged


@pytest.mark.parametrize("outcome", FINAL)
@pytest.mark.parametrize("late", [timedelta(0), timedelta.resolution, timedelta(days=200)])
def test_from_the_end_of_the_period_the_final_decision_may_come(
    outcome: State, late: timedelta, cast: Cast
) -> None:
    case = files.presumed(cast)
    end = clocks_of(case, cast)["protected_period"].due_at
    with clock.at(end + late):
        decide(
            case, outcome, by=cast.panel, reason=FINAL[outcome], findings=files.findings(outcome)
        )
    assert stored(case, cast).identification == outcome


@pytest.mark.asvs("2.3.1")
def test_a_final_decision_does_not_come_first(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="This cannot follow now"):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)
    assert stored(case, cast).identification == "received"


def test_a_decision_taken_already_is_told_so(cast: Cast) -> None:
    case = files.confirmed(cast)
    with pytest.raises(Refused, match=r"Somebody has done this already.*identified victim"):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)


def test_only_the_panel_decides(cast: Cast, case: Case) -> None:
    for user in (cast.first_responder, cast.manager_a, cast.coordinator):
        with pytest.raises(Refused, match="not shared with your unit for this"):
            decide(case, State.PRESUMED, by=user, reason="grounds_found", findings=files.FOUND)
    assert stored(case, cast).identification == "received"


def test_the_reasons_of_a_decision_are_sealed(cast: Cast, case: Case) -> None:
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="other",
        note="Zorvanela said",
        findings=files.NOT_FOUND,
    )
    with acting_as(cast.panel):
        row = decisions_of(case).get()
    assert repr(row.reasons) == "<sealed>"
    assert row.reasons is not None
    assert b"Zorvanela" not in row.reasons.stored


def test_receiving_shares_the_file_with_the_two_units_chosen(cast: Cast) -> None:
    case = files.referred(cast)
    readers = (cast.panel, cast.manager_a, cast.manager_b)
    assert [shared_for(user, case.pk) for user in readers] == [frozenset()] * 3
    units = cast.units
    receive(case, by=cast.coordinator, authority=units["panel"], manager=units["centre_a"])
    both = frozenset({"casework", "identity"})
    assert [shared_for(user, case.pk) for user in readers] == [both, both, frozenset()]


@pytest.mark.parametrize("age", ["child", "not_sure"])
@pytest.mark.parametrize("outcome", [State.NOTIFIED, State.NOT_REFERRED])
def test_a_child_is_always_referred(age: str, outcome: State, cast: Cast) -> None:
    case = files.consented(cast, age=age)
    with pytest.raises(Refused, match="is always referred"):
        end_without_referral(case, outcome, by=cast.first_responder, reason="adult_declined")
    refer(case, by=cast.first_responder)
    assert stored(case, cast).identification == "referred"


@pytest.mark.parametrize("age", ["child", "not_sure"])
@pytest.mark.asvs("2.2.3")
def test_a_child_is_not_withdrawn_at_a_word(age: str, cast: Cast) -> None:
    case = files.referred(cast, age=age)
    with pytest.raises(Refused, match="stays protected"):
        withdraw(case, by=cast.first_responder, reason="consent_withdrawn")
    assert stored(case, cast).identification == "referred"


@pytest.mark.parametrize("outcome", [State.NOTIFIED, State.NOT_REFERRED])
def test_an_adult_may_refuse_and_the_file_may_then_be_closed(outcome: State, cast: Cast) -> None:
    case = files.opened(cast)
    end_without_referral(case, outcome, by=cast.first_responder, reason="adult_declined")
    files.close(case, by=cast.coordinator, second=cast.first_responder, reason="person_ended")
    assert stored(case, cast).identification == "closed"


def support_of(case: Case, cast: Cast) -> list[str]:
    return [row.state for row in statuses(case, cast, Track.SUPPORT)]


def ended(case: Case, cast: Cast) -> None:
    withdraw(case, by=cast.manager_a, reason="consent_withdrawn")
    files.close(case, by=cast.manager_a, second=cast.coordinator, reason="support_completed")


def test_closing_ends_a_place_that_was_accepted(cast: Cast, case: Case) -> None:
    files.placed(cast, case)
    ended(case, cast)
    assert support_of(case, cast) == ["sought", "placed", "ended"]
    closed = stored(case, cast)
    assert (closed.identification, closed.support) == ("closed", "ended")


def test_closing_ends_a_search_that_is_still_open(cast: Cast, case: Case) -> None:
    files.offered(cast, case)
    ended(case, cast)
    assert support_of(case, cast) == ["sought", "ended"]


def test_closing_without_any_support_writes_none(cast: Cast, case: Case) -> None:
    ended(case, cast)
    assert support_of(case, cast) == []


def test_help_stays_open_to_somebody_who_withdrew(cast: Cast, case: Case) -> None:
    withdraw(case, by=cast.manager_a, reason="consent_withdrawn")
    files.offered(cast, case)
    assert support_of(case, cast) == ["sought"]
