"""Clocks that hang on a day: alarms before a stay ends, questions after an arrival."""

from collections.abc import Mapping
from datetime import date, datetime, time

from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import anchored
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import today, zone
from amparo.stay.models import Arrival, Stay
from amparo.stay.queries import ARRIVAL, STAY_END, hanging
from amparo.stay.rules import alarm_days, visit_days

LAST_MINUTE = time(23, 59)


def set_alarms(case: Case, stay: Stay) -> None:
    """Those before the last day of this stay take the place of all others."""
    end_clocks(case, STAY_END)
    _start(case, alarm_days(anchored(STAY_END), stay.since, stay.until, today()))


def set_questions(case: Case, arrival: Arrival) -> None:
    _start(case, visit_days(anchored(ARRIVAL), arrival.day))


def end_clocks(case: Case, anchor: str) -> None:
    for row in hanging(case, anchor):
        meet(row)


def meet(row: Clock) -> None:
    row.met_at = clock.now()
    row.save(update_fields=["met_at"])


def _start(case: Case, days: Mapping[str, date]) -> None:
    Clock.objects.bulk_create(
        Clock(
            case=case, rule=code, started_at=clock.now(),
            due_at=datetime.combine(day, LAST_MINUTE, tzinfo=zone()),
        )
        for code, day in days.items()
    )  # fmt: skip
