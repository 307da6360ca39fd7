"""Clocks of a case: started by one status, met by another, as long as the country's pack says."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.cases.actions.decisions import refer, withdraw
from amparo.cases.clocks import rules
from amparo.cases.clocks.presenters import next_clock
from amparo.cases.clocks.queries import clocks_for
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.tests.steps import clocks_of, met
from amparo.methods import clock
from amparo.people.country import country
from support import files
from support.cast import Cast

MOMENT = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)  # Easter Monday is the 6th
moments = st.datetimes(datetime(2015, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))


def due(code: str, start: datetime) -> datetime:
    return rules.due(country().clocks[code], start)


def fifth_working_day(start: datetime) -> datetime:
    """Counted on fingers: the days after, without weekends and the pack's holidays."""
    pack, zone = country(), ZoneInfo(country().timezone)
    local, counted = start.astimezone(zone), 0
    day: date = local.date()
    while counted < 5:
        day += timedelta(days=1)
        counted += day.weekday() not in pack.weekend and day not in pack.holidays(day.year)
    return datetime.combine(day, local.time(), tzinfo=zone)


@given(moments)
def test_the_bureau_has_a_day_to_acknowledge(start: datetime) -> None:
    assert due("acknowledge", start) == start + timedelta(hours=24)


@given(moments)
def test_the_first_decision_has_five_working_days(start: datetime) -> None:
    assert due("first_decision", start) == fifth_working_day(start)


def test_easter_and_a_weekend_count_for_nothing() -> None:
    local = ZoneInfo(country().timezone)
    assert due("first_decision", MOMENT) == datetime.combine(
        date(2026, 4, 9), time(10, 30), tzinfo=local
    )


@given(moments)
def test_the_protected_period_is_thirty_days_or_more(start: datetime) -> None:
    assert due("protected_period", start) - start >= timedelta(days=30)


def test_a_referral_starts_two_clocks_and_nothing_before_does(cast: Cast) -> None:
    with clock.at(MOMENT):
        case = files.consented(cast)
        assert clocks_of(case, cast) == {}
        refer(case, by=cast.first_responder)
    started = clocks_of(case, cast)
    assert set(started) == {"acknowledge", "first_decision"}
    for code, row in started.items():
        assert (row.started_at, row.due_at) == (MOMENT, due(code, MOMENT))
        assert row.met_at is None


def test_each_clock_is_met_by_its_own_status(cast: Cast) -> None:
    with clock.at(MOMENT):
        case = files.received(cast)
    assert met(case, cast) == {"acknowledge": MOMENT, "first_decision": None}
    later = MOMENT + timedelta(days=2)
    with clock.at(later):
        decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=files.FOUND)
    assert met(case, cast) == {
        "acknowledge": MOMENT, "first_decision": later, "protected_period": None,
        "final_decision": None,
    }  # fmt: skip
    end = clocks_of(case, cast)["protected_period"].due_at
    with clock.at(end):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=files.FOUND)
    assert met(case, cast)["protected_period"] == end
    assert met(case, cast)["final_decision"] == end


def test_no_reasonable_grounds_start_the_time_to_ask_again_and_nothing_else(
    cast: Cast, case: Case
) -> None:
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    running = {code for code, at in met(case, cast).items() if at is None}
    assert running == {"appeal_first"}
    assert not rules.is_duty("appeal_first")


WAYS: dict[str, Callable[[Cast], Case]] = {
    "referred": files.referred, "received": files.received, "presumed": files.presumed,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_a_withdrawal_stops_every_clock(way: Callable[[Cast], Case], cast: Cast) -> None:
    case = way(cast)
    assert None in met(case, cast).values()
    withdraw(case, by=cast.first_responder, reason="consent_withdrawn")
    assert None not in met(case, cast).values()


def test_no_clock_runs_on_a_closed_file(cast: Cast) -> None:
    case = files.confirmed(cast)
    files.close(case, by=cast.manager_a, second=cast.coordinator, reason="support_completed")
    assert None not in met(case, cast).values()


def test_a_met_clock_keeps_the_moment_it_was_met(cast: Cast) -> None:
    with clock.at(MOMENT):
        case = files.received(cast)
    withdraw(case, by=cast.first_responder, reason="consent_withdrawn")
    assert met(case, cast)["acknowledge"] == MOMENT


@pytest.mark.parametrize(
    ("after", "late", "soon"),
    [(timedelta(0), 0, 0), (timedelta(hours=1), 0, 1), (timedelta(hours=25), 1, 0)],
    ids=["at once", "an hour later", "a day and an hour later"],
)
def test_the_bureau_sees_what_is_due_and_what_is_late(
    after: timedelta, late: int, soon: int, cast: Cast
) -> None:
    with clock.at(MOMENT):
        files.referred(cast)
    now = MOMENT + after
    with acting_as(cast.coordinator):
        running = clocks_for(cast.coordinator)
        assert running.late(now).count() == late
        assert running.due_between(now, now + timedelta(hours=24)).count() == soon


def test_the_page_speaks_first_of_a_late_duty_not_of_a_time_that_is_over(cast: Cast) -> None:
    with clock.at(MOMENT):
        case = files.presumed(cast)
    rows = list(clocks_of(case, cast).values())
    running = [row for row in rows if row.met_at is None]
    early = next_clock(running, MOMENT)
    late = next_clock(running, MOMENT + timedelta(days=80))
    assert early is not None and (early.title, early.tone) == (
        "Recovery and reflection period", "info",
    )  # fmt: skip
    assert late is not None and (late.title, late.tone) == ("Final decision", "danger")


@pytest.mark.parametrize("most", [0, 1, 3, 100])
def test_the_soonest_are_those_that_the_plain_order_puts_first(most: int, cast: Cast) -> None:
    for hours in range(3):
        with clock.at(MOMENT + timedelta(hours=hours)):
            files.referred(cast)
            files.presumed(cast)
    with acting_as(cast.coordinator):
        ticking = clocks_for(cast.coordinator).ticking()
        assert ticking.soonest(most) == list(ticking.soonest_first()[:most])
        assert ticking.count() > 3
