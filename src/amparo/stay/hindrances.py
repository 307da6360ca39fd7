"""What residence and return ask for before a step of that track, whoever takes it and where."""

from django.utils.translation import gettext as _

from amparo.cases import guards
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.people.country import country, today
from amparo.stay.models import Stay
from amparo.stay.queries import (
    ON_THE_WAY,
    answers_of,
    decision_of,
    ended_monitoring,
    last_arrival,
    standing_wish,
    stay_today,
    travel_of,
)
from amparo.stay.rules import assessed_hindrance, decision_hindrance


def register() -> None:
    guards.register(no_stay_unrecorded, State.REFLECTION_STAY)
    guards.register(no_permit_unrecorded, State.PERMIT)
    guards.register(no_return_unwished, State.RETURN_WISHED)
    guards.register(no_assessment_of_one_place, State.RETURN_ASSESSED)
    guards.register(no_return_on_old_risks, State.RETURN_DECIDED, State.TRAVELLED)
    guards.register(no_return_undecided, State.RETURN_DECIDED, State.TRAVELLED)
    guards.register(no_travel_unnoted, State.TRAVELLED)
    guards.register(no_arrival_unconfirmed, State.ARRIVED)
    guards.register(no_end_without_monitoring, State.MONITORED)
    guards.register(no_file_closed_on_the_way, State.CLOSED)


def no_stay_unrecorded(case: Case) -> str:
    return _stay_of(case, Stay.Kind.REFLECTION)


def no_permit_unrecorded(case: Case) -> str:
    return _stay_of(case, Stay.Kind.PERMIT)


def _stay_of(case: Case, kind: Stay.Kind) -> str:
    stay = stay_today(case)
    if stay and stay.kind == kind:
        return ""
    return _("Record the stay itself, with its days, on the page “Residence and return”.")


def no_return_unwished(case: Case) -> str:
    if standing_wish(case):
        return ""
    return _("A return begins with the person’s own wish, told and in their language: record it.")


def no_assessment_of_one_place(case: Case) -> str:
    wish = standing_wish(case)
    return assessed_hindrance(answers_of(case, wish)) if wish else no_return_unwished(case)


def no_return_on_old_risks(case: Case) -> str:
    wish = standing_wish(case)
    if wish is None:
        return no_return_unwished(case)
    return decision_hindrance(answers_of(case, wish), today(), country().return_assessment_days)


def no_return_undecided(case: Case) -> str:
    if decision_of(standing_wish(case)):
        return ""
    return _("Record on the page “Residence and return” that the person, told, wishes it still.")


def no_travel_unnoted(case: Case) -> str:
    if travel_of(standing_wish(case)):
        return ""
    return _("Record the day of travel, and with whom, on the page “Residence and return”.")


def no_arrival_unconfirmed(case: Case) -> str:
    if last_arrival(case):
        return ""
    return _("Record who confirmed the arrival, and how, on the page “Residence and return”.")


def no_end_without_monitoring(case: Case) -> str:
    if ended_monitoring(case):
        return ""
    return _("The monitoring runs for its months, or ends with a reason: record it on the page.")


def no_file_closed_on_the_way(case: Case) -> str:
    if case.residence not in ON_THE_WAY:
        return ""
    return _("The person has returned and is still asked how they are: end the monitoring first.")
