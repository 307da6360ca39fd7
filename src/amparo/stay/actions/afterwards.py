from datetime import date

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.announcements import announce
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.country import day_of, today
from amparo.people.models import User
from amparo.stay.actions.returning import standing
from amparo.stay.actions.times import end_clocks, meet, set_questions
from amparo.stay.models import Arrival, MonitoringEnd, ReturnVisit, Travel
from amparo.stay.queries import (
    ARRIVAL,
    STAY_END,
    decision_of,
    hanging,
    last_arrival,
    last_question,
    travel_of,
)
from amparo.stay.rules import monitoring_hindrance, visit_hindrance


@action
def travel(case: Case, *, by: User, day: date, company: str) -> Travel:
    """Write down that the person has left, and with whom."""
    case = begin(case, by=by)
    decision = decision_of(standing(case))
    if decision is None:
        raise Refused(_("The return is not decided yet."))
    _refuse_a_day_to_come(day)
    if day < day_of(decision.at):
        raise Refused(_("Nobody leaves before their return is decided."))
    row = Travel(case=case, at=clock.now(), by=by, decision=decision, day=day, company=company)
    keep(row, "return: travelled", by=by, purpose=company)
    end_clocks(case, STAY_END)
    step(case, Track.RESIDENCE, State.TRAVELLED, by=by)
    return row


@action
def confirm_arrival(case: Case, *, by: User, day: date, confirmer: str, way: str) -> Arrival:
    """Somebody says that the person came there; from that day on somebody asks how they are."""
    case = begin(case, by=by)
    journey = travel_of(standing(case))
    if journey is None:
        raise Refused(_("Nobody has written down that the person travelled."))
    _refuse_a_day_to_come(day)
    if day < journey.day:
        raise Refused(_("Nobody arrives before they have left."))
    row = Arrival(
        case=case, at=clock.now(), by=by, travel=journey, day=day, confirmer=confirmer, way=way
    )
    keep(row, "return: arrived", by=by, purpose=confirmer)
    set_questions(case, row)
    step(case, Track.RESIDENCE, State.ARRIVED, by=by)
    return row


def _refuse_a_day_to_come(day: date) -> None:
    if day > today():
        raise Refused(_("That day is still to come: record it once it is so."))


@action
def visit(
    case: Case, *, by: User, reached: bool, safe: str = "", needs: tuple[str, ...] = (),
    note: str = "",
) -> ReturnVisit:  # fmt: skip
    """Write down how the person is; where nobody was reached, the time to ask runs on."""
    case = begin(case, by=by)
    arrival = _monitored(case)
    refuse(visit_hindrance(reached=reached, safe=safe))
    row = ReturnVisit(
        case=case, at=clock.now(), by=by, arrival=arrival, reached=reached, safe=safe,
        needs=list(needs) if reached else [],
    )  # fmt: skip
    keep(row, "return: asked how they are", by=by, purpose=safe, note=note)
    if reached:
        _answer_what_was_due(case)
    announce(case)
    return row


def _answer_what_was_due(case: Case) -> None:
    """One answer is enough for every question until today, or comes early for the next."""
    asked = hanging(case, ARRIVAL)
    due = [row for row in asked if day_of(row.due_at) <= today()]
    for row in due or asked[:1]:
        meet(row)


@action
def end_monitoring(case: Case, *, by: User, reason: str = "") -> MonitoringEnd:
    """After the last question was answered; before that, or unanswered, with the reason."""
    case = begin(case, by=by)
    arrival = _monitored(case)
    waiting = bool(hanging(case, ARRIVAL))
    refuse(monitoring_hindrance(last_question(arrival), today(), waiting=waiting, reason=reason))
    row = MonitoringEnd(case=case, at=clock.now(), by=by, arrival=arrival, reason=reason)
    keep(row, "return: monitoring ended", by=by, purpose=reason)
    end_clocks(case, ARRIVAL)
    step(case, Track.RESIDENCE, State.MONITORED, by=by)
    return row


def _monitored(case: Case) -> Arrival:
    arrival = last_arrival(case)
    if arrival is None:
        raise Refused(_("No arrival is confirmed after which somebody asks how the person is."))
    return arrival
