"""The times of the Support track that no step alone sets going.

How soon needs and risks are assessed again, and when a follow-up comes, is the country's to say:
each clock whose code begins with FOLLOW_UP is a follow-up, counted from the exit.
"""

from datetime import date, datetime, time, timedelta

from amparo.cases.clocks.rules import codes, due
from amparo.people.country import country, day_of, zone

AGAIN = "needs_again"
FOLLOW_UP = "follow_up_"


def follow_up_codes() -> tuple[str, ...]:
    return tuple(code for code in codes() if code.startswith(FOLLOW_UP))


def due_of(code: str, start: datetime) -> datetime:
    return due(country().clocks[code], start)


def latest_review(start: datetime) -> date:
    """The last day on which an assessment of that moment still stands."""
    return day_of(due_of(AGAIN, start))


def end_of(day: date) -> datetime:
    """The first moment of the day after, there."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone())
