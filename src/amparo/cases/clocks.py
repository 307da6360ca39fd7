"""Which status starts which clock and which meets it; how long it runs is the country's to say."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from amparo.cases.machine import State
from amparo.methods.workdays import add_working_days
from amparo.people.country import country

S = State


@dataclass(frozen=True)
class Rule:
    """`deadline`: to be met before it ends; otherwise what meets it may not come before its end."""

    code: str
    starts: str
    met_by: frozenset[str]
    deadline: bool = True


RULES = (
    Rule("acknowledge", S.REFERRED, frozenset({S.RECEIVED, S.WITHDRAWN})),
    Rule("first_decision", S.REFERRED, frozenset({S.PRESUMED, S.NOT_PRESUMED, S.WITHDRAWN})),
    Rule(
        "protected_period",
        S.REFLECTION,
        frozenset({S.CONFIRMED, S.NOT_CONFIRMED, S.WITHDRAWN}),
        deadline=False,
    ),
)
DEADLINES = tuple(rule.code for rule in RULES if rule.deadline)
PROTECTED_PERIOD = "protected_period"


def started_by(state: str) -> list[str]:
    return [rule.code for rule in RULES if rule.starts == state]


def met_by(state: str) -> list[str]:
    return [rule.code for rule in RULES if state in rule.met_by]


def due(code: str, start: datetime) -> datetime:
    """When the clock `code` of the country's pack runs out if it starts at `start`."""
    pack = country()
    rule = pack.clocks[code]
    if rule.unit == "hours":
        return start + timedelta(hours=rule.amount)
    zone = ZoneInfo(pack.timezone)
    if rule.unit == "days":
        return (start.astimezone(zone) + timedelta(days=rule.amount)).astimezone(start.tzinfo)
    holidays = pack.holidays(start.year) | pack.holidays(start.year + 1)
    return add_working_days(start, rule.amount, holidays=holidays, weekend=pack.weekend, tz=zone)
