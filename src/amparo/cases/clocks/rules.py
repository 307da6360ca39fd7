"""The clocks of the country's pack that steps of a file set going, and the times they give."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils.translation import get_language

from amparo.cases.machine import Track, states_of
from amparo.methods.workdays import add_days, add_working_days, count_again
from amparo.people.country import country, zone
from amparo.vocab.clocks import STATES, ClockRule
from amparo.vocab.datafile import DataError, Entry, coded, read


def rule_of(code: str) -> ClockRule | None:
    """None for the clock of a file whose rule the pack has no more."""
    return country().clocks.get(code)


def codes() -> tuple[str, ...]:
    return tuple(country().clocks)


def started_by(track: str, state: str, *, child: bool) -> list[ClockRule]:
    return [
        rule
        for rule in country().clocks.values()
        if rule.track == track and state in rule.starts and (child or not rule.child)
    ]


def anchored(anchor: str) -> list[ClockRule]:
    """The clocks that are counted from such a day, the shortest first."""
    found = [rule for rule in country().clocks.values() if rule.anchor == anchor]
    return sorted(found, key=lambda rule: (rule.unit, rule.amount))


def duties(mandates: Iterable[str]) -> tuple[str, ...]:
    """The clocks that somebody with these mandates must meet."""
    held = set(mandates)
    return tuple(rule.code for rule in country().clocks.values() if held & set(rule.duty))


def watched(mandates: Iterable[str]) -> tuple[str, ...]:
    """The clocks whose lateness somebody with these mandates is told of."""
    held = set(mandates)
    return tuple(rule.code for rule in country().clocks.values() if held & set(rule.supervisors))


def is_duty(code: str) -> bool:
    """Whether somebody must meet it: otherwise it is a time that the person has."""
    rule = rule_of(code)
    return rule is None or bool(rule.duty)


def name_of(code: str) -> str:
    rule, language = rule_of(code), get_language() or "en"
    return rule.label.say(language) if rule else code


def due(rule: ClockRule, start: datetime) -> datetime:
    """When the clock runs out if it starts at `start`; also how a clock is made longer."""
    return _after(rule, start, rule.amount)


def longer(rule: ClockRule, end: datetime, amount: int) -> datetime:
    """The end of a clock that is given `amount` of its units more."""
    return _after(rule, end, amount)


def due_again(rule: ClockRule, end: datetime, *, paused: datetime, resumed: datetime) -> datetime:
    """The new end of a clock that stood still; what was late when it stopped stays as late."""
    if paused >= end:
        return end
    if rule.unit == "hours":
        return end + (resumed - paused)
    free, rest = _calendar(rule, paused, resumed)
    return count_again(
        end, paused=paused, resumed=resumed, holidays=free, weekend=rest, tz=zone()
    )  # fmt: skip


def _after(rule: ClockRule, start: datetime, amount: int) -> datetime:
    if rule.unit == "hours":
        return start + timedelta(hours=amount)
    if rule.unit == "days":
        return add_days(start, amount, tz=zone())
    free, rest = _calendar(rule, start, start)
    return add_working_days(start, amount, holidays=free, weekend=rest, tz=zone())


def _calendar(
    rule: ClockRule, first: datetime, last: datetime
) -> tuple[frozenset[date], frozenset[int]]:
    """Days on which nobody works from `first` until well after `last`, and the weekend."""
    if rule.unit == "days":
        return frozenset(), frozenset()
    pack = country()
    # A year of work has well over a hundred days: so many years hold the limit after `last`.
    years = range(first.year, last.year + 2 + (rule.amount + rule.extend) // 100)
    return frozenset().union(*(pack.holidays(year) for year in years)), pack.weekend


def faults(file: Path) -> Iterator[DataError]:
    """States of a pack's clocks that no track has, each with its line."""
    for _code, entry in coded(read(file), "clock"):
        track = entry.optional("track")
        if track and track not in Track:
            yield entry.error("track", f"{track!r} is no track of a file")
        elif track:
            yield from _astray(entry, track)


def _astray(entry: Entry, track: str) -> list[DataError]:
    named, known = [(key, entry.words(key)) for key in STATES], states_of(track)
    return [
        entry.error(key, f"{state!r} is no state of the track {track!r}")
        for key, states in named
        for state in states
        if state not in known
    ]
