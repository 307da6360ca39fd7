"""How one step of a file turns its clocks: values in, values out, no database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from amparo.cases.clocks import rules
from amparo.cases.machine import State


@dataclass(frozen=True)
class Time:
    """One clock: running until it is met, standing still while it is paused."""

    rule: str
    started_at: datetime
    due_at: datetime
    paused_at: datetime | None = None
    met_at: datetime | None = None
    holds: tuple[str, ...] = ()


def turned(
    running: Iterable[Time], track: str, state: str, *, at: datetime, child: bool
) -> list[Time]:
    """The running clocks of a file as the new state of one track leaves them, and those it starts.

    A clock that runs is not started again: a file that comes back goes on where it stood.
    """
    times = [_turned(time, track, state, at) for time in running]
    going = {time.rule for time in times if time.met_at is None}
    started = rules.started_by(track, state, child=child)
    times += [
        Time(rule.code, at, rules.due(rule, at), holds=rule.holds)
        for rule in started
        if rule.code not in going
    ]
    return times


def turned_by_age(
    running: Iterable[Time], way: Iterable[tuple[str, str]], *, at: datetime, child: bool
) -> list[Time]:
    """The running clocks as a decision on the age leaves them, and those it starts.

    What is due to a child alone ends with a child's protection. For whoever comes under it, what
    the way of the file (track and state, the oldest first) would have running begins now: nobody
    could be late before they knew.
    """
    times = list(running)
    if not child:
        return [replace(time, met_at=at) if _is_childs(time) else time for time in times]
    would: list[Time] = []
    for track, state in way:
        would = [time for time in turned(would, track, state, at=at, child=True) if not time.met_at]
    going = {time.rule for time in times}
    return times + [time for time in would if _is_childs(time) and time.rule not in going]


def _is_childs(time: Time) -> bool:
    rule = rules.rule_of(time.rule)
    return rule is not None and rule.child


def held_until(running: Iterable[Time], state: str, at: datetime) -> datetime | None:
    """The end of what holds this state back at that moment; None if nothing does."""
    ends = [time.due_at for time in running if state in time.holds and at < time.due_at]
    return max(ends, default=None)


def _turned(time: Time, track: str, state: str, at: datetime) -> Time:
    rule = rules.rule_of(time.rule)
    if state == State.CLOSED:
        return replace(time, met_at=at)
    if rule is None or rule.track != track:
        return time
    if state in rule.ends:
        return replace(time, met_at=at)
    if state in rule.pauses:
        return replace(time, paused_at=time.paused_at or at)
    if time.paused_at is None:
        return time
    due = rules.due_again(rule, time.due_at, paused=time.paused_at, resumed=at)
    return replace(time, due_at=due, paused_at=None)
