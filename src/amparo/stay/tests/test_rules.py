"""The rules of a stay and a return, tried without a file."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.stay.rules import (
    QUESTIONS,
    Answers,
    alarm_days,
    assessed_hindrance,
    decision_hindrance,
    monitoring_hindrance,
    months_after,
    reflection_hindrance,
    visit_hindrance,
)
from amparo.vocab.clocks import ClockRule
from amparo.vocab.codelists import load
from amparo.vocab.datafile import Text

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
amounts = st.sets(st.integers(1, 200), min_size=1, max_size=5)
answer = st.sampled_from(load("risk_answers").codes)
TODAY = date(2026, 11, 26)


def alarms(amounts: set[int]) -> list[ClockRule]:
    return [
        ClockRule(f"before_{n}", Text("", ""), n, "days", ("S0 ¶5",), anchor="stay_end")
        for n in amounts
    ]


def answers(day: date = TODAY, **changes: str) -> Answers:
    return Answers(day, {**dict.fromkeys(QUESTIONS, "none"), **changes})


@given(amounts, days, st.integers(1, 900), st.integers(-900, 900))
def test_an_alarm_sounds_on_its_day_or_today_and_never_twice_for_what_has_passed(
    amounts: set[int], since: date, length: int, later: int
) -> None:
    until, today = since + timedelta(days=length), since + timedelta(days=later)
    found = alarm_days(alarms(amounts), since, until, today)
    for n in amounts:
        day = until - timedelta(days=n)
        if day > today and day > since:
            assert found.pop(f"before_{n}") == day
    passed = [n for n in amounts if since < until - timedelta(days=n) <= today]
    left = {f"before_{min(passed)}": today} if passed and today <= until else {}
    assert found == left


def test_the_alarms_of_a_year_and_of_what_is_left_of_it() -> None:
    rules, since = alarms({60, 30, 7}), date(2026, 1, 1)
    until = date(2026, 12, 31)
    assert len(alarm_days(rules, since, until, since)) == 3
    assert alarm_days(rules, since, until, date(2026, 12, 10)) == {
        "before_30": date(2026, 12, 10), "before_7": date(2026, 12, 24),
    }  # fmt: skip
    assert alarm_days(rules, since, until, date(2027, 1, 1)) == {}


@given(days, st.integers(0, 60))
def test_so_many_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(days, st.integers(0, 400), st.integers(30, 90))
def test_no_stay_for_reflection_is_shorter_than_the_protected_period(
    since: date, length: int, least: int
) -> None:
    said = reflection_hindrance(since, since + timedelta(days=length), least)
    assert bool(said) == (length < least)


def test_both_places_are_assessed_before_anything_is() -> None:
    one = answers()
    for here, there in product((None, one), repeat=2):
        said = assessed_hindrance({"here": here, "there": there})
        assert bool(said) == (here is None or there is None)


@given(st.lists(answer, min_size=10, max_size=10), st.integers(0, 200), st.integers(0, 200))
def test_a_return_is_decided_on_what_is_known_and_new_and_not_into_a_danger_nobody_can_meet(
    given_answers: list[str], old_here: int, old_there: int
) -> None:
    here = Answers(
        TODAY - timedelta(days=old_here), dict(zip(QUESTIONS, given_answers[:5], strict=True))
    )
    there = Answers(
        TODAY - timedelta(days=old_there), dict(zip(QUESTIONS, given_answers[5:], strict=True))
    )
    said = decision_hindrance({"here": here, "there": there}, TODAY, 90)
    held = (
        max(old_here, old_there) > 90 or "unknown" in given_answers or "grave" in given_answers[5:]
    )
    assert bool(said) == held


@pytest.mark.parametrize("place", ["here", "there"])
def test_a_danger_here_keeps_nobody_and_one_there_does(place: str) -> None:
    found = {"here": answers(), "there": answers(), place: answers(reach="grave")}
    assert bool(decision_hindrance(found, TODAY, 90)) == (place == "there")


@given(days, days, st.booleans(), st.sampled_from(["", "person"]))
def test_monitoring_ends_after_its_last_answer_or_with_a_reason(
    last: date, today: date, waiting: bool, reason: str
) -> None:
    said = monitoring_hindrance(last, today, waiting=waiting, reason=reason)
    assert bool(said) == (not reason and (today < last or waiting))


def test_only_whoever_was_reached_says_whether_they_are_safe() -> None:
    assert not visit_hindrance(reached=True, safe="safe")
    assert not visit_hindrance(reached=False, safe="")
    assert visit_hindrance(reached=True, safe="")
    assert visit_hindrance(reached=False, safe="not_safe")
