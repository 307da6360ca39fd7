"""A hundred thousand steps on four tracks, under two packs, against clocks counted on fingers.

Halvany rests on Friday and Saturday, changes its clocks twice a year and announces its holidays.
The walk starts anywhere in seven years, so that it comes by leap days and every change of clocks.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from amparo.cases.clocks.tests.conftest import STEPS as WALKED
from amparo.cases.clocks.turning import Time, held_until, turned
from amparo.cases.machine import State, Track, arrow, leads
from amparo.cases.tests.tracks_model import ARROWS, I, Model
from amparo.people.country import country, zone
from amparo.vocab.clocks import ClockRule
from repo.sources import ROOT

PACKS = {
    "Corvane": ROOT / "src" / "amparo" / "demo" / "country",
    "Halvany": ROOT / "tests" / "packs" / "halvany",
}
DAY = timedelta(days=1)
WALKS, STEPS = 250, 200  # under each of two packs: a hundred thousand tries
starts = st.datetimes(datetime(2023, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest, settings: Settings) -> str:
    settings.COUNTRY = PACKS[request.param]
    return str(request.param)


def works(day: date, rule: ClockRule) -> bool:
    if rule.unit == "days":
        return True
    return day.weekday() not in country().weekend and day not in country().holidays(day.year)


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone()).astimezone(UTC)


def counted(rule: ClockRule, start: datetime, amount: int) -> datetime:
    """Each day after the first one by one; hours by the clock on the wall of nobody."""
    if rule.unit == "hours":
        return start + timedelta(hours=amount)
    local = start.astimezone(zone())
    day = local.date()
    while amount:
        day += DAY
        amount -= works(day, rule)
    return at(day, local.time())


def counted_again(rule: ClockRule, due: datetime, paused: datetime, resumed: datetime) -> datetime:
    if paused >= due:
        return due
    if rule.unit == "hours":
        return due + (resumed - paused)
    until, clock = due.astimezone(zone()).date(), due.astimezone(zone()).time()
    day, left = paused.astimezone(zone()).date(), 0
    while day < until:
        day += DAY
        left += works(day, rule)
    if left:
        return at(
            counted(rule, at(resumed.astimezone(zone()).date(), time(12)), left)
            .astimezone(zone())
            .date(),
            clock,
        )
    day = resumed.astimezone(zone()).date()
    while not works(day, rule) or at(day, clock) < resumed:
        day += DAY
    return at(day, clock)


@dataclass
class Fingers:
    """The reference: per running clock when it is due and since when it stands still."""

    child: bool
    due: dict[str, datetime] = field(default_factory=dict)
    still: dict[str, datetime] = field(default_factory=dict)

    def step(self, track: str, state: str, now: datetime) -> None:
        for rule in list(country().clocks.values()):
            running = rule.code in self.due
            if running and (state == "closed" or (rule.track == track and state in rule.ends)):
                del self.due[rule.code]
                self.still.pop(rule.code, None)
            elif running and rule.track == track and state in rule.pauses:
                self.still.setdefault(rule.code, now)
            elif running and rule.track == track and rule.code in self.still:
                paused = self.still.pop(rule.code)
                self.due[rule.code] = counted_again(rule, self.due[rule.code], paused, now)
        for rule in country().clocks.values():
            starts = rule.track == track and state in rule.starts and rule.code not in self.due
            if starts and (self.child or not rule.child):
                self.due[rule.code] = counted(rule, now, rule.amount)

    def holds(self, state: str, now: datetime) -> bool:
        return any(
            now < due and state in country().clocks[code].holds for code, due in self.due.items()
        )


@dataclass
class File:
    """The product's side: a state for each track, where it came from, and the clocks that run."""

    child: bool
    at: dict[str, str] = field(
        default_factory=lambda: {**dict.fromkeys(map(str, Track), ""), I: "screened"}
    )
    came: dict[str, str] = field(default_factory=lambda: dict.fromkeys(map(str, Track), ""))
    times: list[Time] = field(default_factory=list)

    def may(self, track: str, state: str, now: datetime) -> bool:
        move = arrow(track, self.at[track], state)
        return (
            move is not None
            and leads(move, self.came[track])
            and held_until(self.times, state, now) is None
        )

    def go(self, track: str, state: str, now: datetime) -> None:
        times = turned(self.times, track, state, at=now, child=self.child)
        self.times = [time for time in times if time.met_at is None]
        self.came[track], self.at[track] = self.at[track], state


def tries(chance: random.Random, model: Model) -> tuple[str, str]:
    """Mostly along an arrow, on any track; else anything at all."""
    along = sorted(
        {(track, state) for (track, source, state) in ARROWS if model.at[track] == source}
    )
    if along and chance.random() < 0.7:
        return chance.choice(along)
    return str(chance.choice(list(Track))), str(chance.choice(list(State)))


def later(chance: random.Random) -> timedelta:
    """Minutes, hours, days or weeks: as steps of a file come."""
    scale = chance.choice([timedelta(minutes=1), timedelta(hours=1), DAY, DAY])
    return scale * chance.uniform(0, 25)


def allowed(model: Model, track: str, state: str) -> bool:
    actors = ARROWS.get((track, model.at[track], state), ())
    return any(model.allows(track, state, actor) for actor in actors)


def walk(seed: int, now: datetime, child: bool, seen: Counter[str]) -> None:
    chance, model, file, fingers = random.Random(seed), Model(), File(child), Fingers(child)
    for _ in range(STEPS):
        now += later(chance)
        track, state = tries(chance, model)
        free = allowed(model, track, state) and not fingers.holds(state, now)
        assert file.may(track, state, now) == free, (track, model.at[track], state, now)
        seen["tried"] += 1
        if free:
            seen["taken"] += 1
            fingers.step(track, state, now)
            file.go(track, state, now)
            model.at[track] = state
            model.way[track].append(state)
        due = {time.rule: time.due_at for time in file.times}
        still = {time.rule: time.paused_at for time in file.times if time.paused_at}
        assert (due, still) == (fingers.due, fingers.still), (track, state, now)


@pytest.mark.asvs("2.3.1")
def test_tracks_and_clocks_go_as_counted_on_fingers_for_fifty_thousand_steps(
    pack: str, record_property: Callable[[str, object], None]
) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=WALKS, deadline=None, database=None)
    @given(st.integers(0, 2**32), starts, st.booleans())
    def walks(seed: int, start: datetime, child: bool) -> None:
        walk(seed, start, child, seen)

    walks()
    assert seen["tried"] >= WALKS * STEPS
    assert seen["taken"] > WALKS * STEPS // 4
    record_property(WALKED, (seen["tried"], seen["taken"]))
