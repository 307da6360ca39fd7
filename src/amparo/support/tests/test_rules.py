"""The sentences of the Support track, each tried over all that can be asked of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.cases.machine import MOVES, Track
from amparo.support.models import ServiceStep
from amparo.support.rules import (
    PLANNING,
    Assessed,
    assessment_hindrance,
    contact_hindrance,
    exit_hindrance,
    follow_up_hindrance,
    goal_hindrance,
    plan_hindrance,
    service_hindrance,
)
from amparo.vocab.codelists import load

DAY = date(2026, 3, 2)
LATEST = DAY + timedelta(days=30)


def codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(load(name).codes)


def some(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(codes(name)).map(lambda chosen: tuple(sorted(chosen)))


dangers = codes("danger_answers")
assessments = st.builds(
    Assessed,
    needs=some("services"), danger_self=dangers, danger_family=dangers,
    danger_staff=dangers, measures=some("risk_measures"), language=st.just("en"),
    interpreter=codes("talk_interpreters"), listeners=some("talk_listeners"),
    review=st.dates(DAY - timedelta(days=5), LATEST + timedelta(days=5)),
)  # fmt: skip


@given(assessments)
def test_an_assessment_stands_only_with_a_fit_interpreter_measures_and_a_day(
    found: Assessed,
) -> None:
    said = assessment_hindrance(found, today=DAY, latest=LATEST)
    danger = "acute" in (found.danger_self, found.danger_family, found.danger_staff)
    fits = (
        found.interpreter != "came_with"
        and (not danger or bool(found.measures))
        and DAY < found.review <= LATEST
    )
    assert (said == "") == fits


@given(assessments, st.sampled_from(["danger_self", "danger_family", "danger_staff"]))
def test_no_danger_now_is_weighed_against_another(found: Assessed, field: str) -> None:
    worst: dict[str, Any] = {field: "acute", "measures": (), "interpreter": "staff"}
    said = assessment_hindrance(replace(found, **worst), today=DAY, latest=LATEST)
    assert said.startswith("Somebody is in danger now")


@given(st.dates())
def test_a_goal_lies_ahead(until: date) -> None:
    assert (goal_hindrance(until, today=DAY) == "") == (until >= DAY)


states = st.sampled_from(["", *(move.state for move in MOVES[Track.SUPPORT])])


@given(st.integers(0, 3), states, st.tuples(st.booleans(), st.booleans(), st.booleans()))
def test_a_plan_rests_on_an_assessment_a_goal_and_the_yes_of_whoever_speaks_for_a_child(
    goals: int, support: str, of_child: tuple[bool, bool, bool]
) -> None:
    child, guardian, agrees = of_child
    said = plan_hindrance(goals, support, child=child, guardian=guardian, agrees=agrees)
    fits = support in PLANNING and goals > 0 and (not child or (guardian and agrees))
    assert (said == "") == fits


@given(
    codes("contact_channels"), st.sampled_from(["", " ", "+000"]),
    st.sampled_from(["", *load("contact_answers").codes]), st.booleans(),
)  # fmt: skip
def test_no_message_is_left_where_somebody_must_know_nothing(
    channel: str, value: str, answers: str, message: bool
) -> None:
    said = contact_hindrance(channel, value, answers, message=message)
    fits = value.strip() and answers and not (answers == "unaware" and message)
    assert (said == "") == (channel == "none" or bool(fits))


@given(st.lists(st.sampled_from(ServiceStep.State.values), max_size=8))
def test_a_service_begins_before_it_ends_and_is_not_given_twice(tries: list[str]) -> None:
    before, delivered = "", 0
    for state in tries:
        if service_hindrance(before, state, "wish"):
            continue
        assert state != before
        if state == "delivered":
            assert before == "started"
            delivered += 1
        before = state
    assert delivered <= 1


def test_a_service_stops_for_a_reason() -> None:
    assert service_hindrance("started", "stopped", "").startswith("Say why")
    assert service_hindrance("started", "delivered", "") == ""


@given(states, codes("exit_reasons"), st.booleans(), st.booleans())
def test_nobody_is_followed_up_who_cannot_be_reached_safely(
    support: str, reason: str, follow_up: bool, reachable: bool
) -> None:
    said = exit_hindrance(support, reason, follow_up=follow_up, reachable=reachable)
    later = not follow_up or (reachable and reason != "deceased")
    assert (said == "") == (support not in ("", "ended") and later)


@given(
    codes("follow_up_contacts"), st.sampled_from(["", *load("danger_answers").codes]),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_a_follow_up_asks_first_whether_the_person_is_safe(
    contact: str, danger: str, waiting: bool, reachable: bool
) -> None:
    said = follow_up_hindrance(contact, danger, waiting=waiting, reachable=reachable)
    spoke = contact in ("reached", "no_more")
    assert (said == "") == (waiting and (not spoke or (reachable and danger != "")))


@pytest.mark.parametrize("field", Assessed.__dataclass_fields__)
def test_nothing_in_an_assessment_is_a_score(field: str) -> None:
    """Answers stand beside each other: none is a number that could be added up."""
    assert Assessed.__dataclass_fields__[field].type not in (int, float)
