"""What is due to a child alone begins and ends with a child's protection."""

import random
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.cases.child.actions.age import appeal_age
from amparo.cases.child.tests.steps import decided
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.clocks.tests.test_turning import (
    Fingers,
    allowed,
    counted,
    later,
    pack,
    starts,
    tries,
)
from amparo.cases.clocks.turning import Time, turned_by_age
from amparo.cases.models import Case
from amparo.cases.tests.steps import clocks_of
from amparo.cases.tests.tracks_model import Model
from amparo.people.country import country
from support import files
from support.cast import Cast

__all__ = ["pack"]
# The pack stays the same through all walks of one test.
walks = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def walked(chance: random.Random, now: datetime) -> tuple[Fingers, list[tuple[str, str]], datetime]:
    """Some steps of a file, and the clocks that a child would have there."""
    model, fingers, way = Model(), Fingers(child=True), [("identification", "screened")]
    fingers.step(*way[0], now)
    for _ in range(chance.randrange(30)):
        now += later(chance)
        track, state = tries(chance, model)
        if allowed(model, track, state) and not fingers.holds(state, now):
            fingers.step(track, state, now)
            model.at[track] = state
            model.way[track].append(state)
            way.append((track, state))
    return fingers, way, now + later(chance)


@walks
@given(st.integers(0, 2**32), starts)
def test_whoever_comes_under_protection_has_what_a_child_has_there_counted_from_now(
    pack: str, seed: int, start: datetime
) -> None:
    fingers, way, now = walked(random.Random(seed), start)
    childs = {code: rule for code, rule in country().clocks.items() if rule.child}
    begun = turned_by_age([], way, at=now, child=True)
    due = {code: rule for code, rule in childs.items() if code in fingers.due}
    assert {time.rule: time.due_at for time in begun} == {
        code: counted(rule, now, rule.amount) for code, rule in due.items()
    }
    assert {time.rule for time in begun if time.paused_at} == fingers.still.keys() & due.keys()
    assert turned_by_age(begun, way, at=now, child=True) == begun
    over = turned_by_age(begun, way, at=now, child=False)
    assert all(time.met_at == now for time in over)


@walks
@given(st.integers(0, 2**32), starts)
def test_nothing_else_is_touched(pack: str, seed: int, start: datetime) -> None:
    fingers, way, now = walked(random.Random(seed), start)
    others = [
        Time(code, start, due) for code, due in fingers.due.items()
        if not country().clocks[code].child
    ]  # fmt: skip
    for child in (True, False):
        assert turned_by_age(others, way, at=now, child=child)[: len(others)] == others


def test_a_doubt_about_an_adult_starts_the_clock_of_a_childs_referral(cast: Cast) -> None:
    case = files.consented(cast)
    assert "child_referral" not in clocks_of(case, cast)
    decided(case, "not_sure", by=cast.coordinator)
    assert clocks_of(case, cast)["child_referral"].met_at is None


def running(case: Case, cast: Cast) -> dict[str, Clock]:
    with acting_as(cast.coordinator):
        return {row.rule: row for row in running_clocks(case)}


def test_an_adult_age_ends_it_and_an_appeal_starts_it_again(cast: Cast) -> None:
    case = files.consented(cast, age="not_sure")
    first = running(case, cast)["child_referral"]
    decided(case, "adult", by=cast.coordinator)
    assert "child_referral" not in running(case, cast)
    appeal_age(case, by=cast.coordinator, lodged_by="person")
    again = running(case, cast)["child_referral"]
    assert again.pk != first.pk
    assert again.started_at > first.started_at
