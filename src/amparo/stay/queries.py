from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.clocks.rules import anchored
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.people.country import day_of, today
from amparo.stay.rules import QUESTIONS, Answers, visit_days

if TYPE_CHECKING:
    from amparo.stay.models import (
        Arrival,
        MonitoringEnd,
        ReturnDecision,
        ReturnRisk,
        ReturnVisit,
        ReturnWish,
        Stay,
        StayStep,
        Travel,
    )

STAY_END, ARRIVAL = "stay_end", "arrival"
CAME_BACK = "came_back"
ON_THE_WAY = (State.TRAVELLED, State.ARRIVED)


def stays_of(case: Case) -> list[Stay]:
    """Newest first, each with its steps."""
    from amparo.stay.models import Stay

    rows = Stay.objects.of(case).select_related("by").prefetch_related("steps")
    return list(rows.newest_first())


def stay_today(case: Case) -> Stay | None:
    """The stay that was recorded last, while it lasts."""
    from amparo.stay.models import Stay

    last = Stay.objects.of(case).newest_first().first()
    if last is None or last.until < today() or ended_early(last):
        return None
    return last


def steps_of(stay: Stay) -> list[StayStep]:
    return sorted(stay.steps.all(), key=lambda step: step.at)


def ended_early(stay: Stay) -> bool:
    return any(step.what == step.What.ENDED for step in steps_of(stay))


def asked_for_renewal(stay: Stay) -> bool:
    """Whether an answer to that is waited for."""
    last = steps_of(stay)[-1:]
    return any(step.what == step.What.RENEWAL for step in last)


def standing_wish(case: Case) -> ReturnWish | None:
    """The wish that has not ended and has not brought the person there."""
    last = last_wish(case)
    if last is None or hasattr(last, "end") or arrival_of(last):
        return None
    return last


def last_wish(case: Case) -> ReturnWish | None:
    """Whether it stands or not."""
    from amparo.stay.models import ReturnWish

    return ReturnWish.objects.of(case).newest_first().first()


def decision_of(wish: ReturnWish | None) -> ReturnDecision | None:
    return getattr(wish, "decision", None) if wish else None


def travel_of(wish: ReturnWish | None) -> Travel | None:
    return getattr(decision_of(wish), "travel", None)


def arrival_of(wish: ReturnWish | None) -> Arrival | None:
    return getattr(travel_of(wish), "arrival", None)


def last_arrival(case: Case) -> Arrival | None:
    """Where the monitoring has not ended."""
    from amparo.stay.models import Arrival

    return Arrival.objects.of(case).filter(end=None).newest_first().first()


def newest_arrival(case: Case) -> Arrival | None:
    from amparo.stay.models import Arrival

    return Arrival.objects.of(case).newest_first().first()


def ended_monitoring(case: Case) -> MonitoringEnd | None:
    """The end of the last one, unless another arrival came after it."""
    from amparo.stay.models import MonitoringEnd

    ends = MonitoringEnd.objects.of(case)
    return None if last_arrival(case) else ends.newest_first().first()


def is_away(case: Case) -> bool:
    """Whether the person has left for good, as far as anybody has said."""
    if case.residence != State.MONITORED:
        return case.residence in ON_THE_WAY
    end = ended_monitoring(case)
    return end is None or end.reason != CAME_BACK


def visits_of(arrival: Arrival) -> list[ReturnVisit]:
    """Newest first."""
    return list(arrival.visits.order_by("-at", "-pk"))


def risks_of(case: Case, wish: ReturnWish) -> dict[str, ReturnRisk | None]:
    """By place, the last assessment that nothing has happened since."""
    from amparo.stay.models import AssessedAnew, ReturnRisk

    anew = AssessedAnew.objects.of(case).filter(wish=wish).newest_first().first()
    rows = ReturnRisk.objects.of(case).filter(wish=wish)
    counted = rows.filter(at__gt=anew.at) if anew else rows
    last = {row.place: row for row in counted.in_order()}
    return {place: last.get(place) for place in ReturnRisk.Place}


def answers_of(case: Case, wish: ReturnWish) -> dict[str, Answers | None]:
    return {place: answers(row) if row else None for place, row in risks_of(case, wish).items()}


def answers(row: ReturnRisk) -> Answers:
    return Answers(day_of(row.at), {name: getattr(row, name) for name in QUESTIONS})


def hanging(case: Case, anchor: str) -> list[Clock]:
    """The running clocks that are counted from such a day, the soonest first."""
    codes = {rule.code for rule in anchored(anchor)}
    return [row for row in running_clocks(case) if row.rule in codes]


def last_question(arrival: Arrival) -> date:
    """The day on which the monitoring may end without a reason."""
    return max(visit_days(anchored(ARRIVAL), arrival.day).values())
