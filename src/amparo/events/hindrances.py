"""What an event that waits for an answer holds up, whoever takes the step and where."""

from django.utils.translation import gettext as _

from amparo.cases import guards
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.events.queries import open_episodes, open_missing, open_threats, untold_changes


def register() -> None:
    guards.register(no_journey_of_a_missing_person, State.TRAVELLED)
    guards.register(no_file_closed_unanswered, State.CLOSED)


def no_journey_of_a_missing_person(case: Case) -> str:
    if open_missing(case) is None:
        return ""
    return _("The person is missing: no journey begins before they are found.")


def no_file_closed_unanswered(case: Case) -> str:
    if open_missing(case):
        return _("The person is missing: record that they were found, or that the search ended.")
    if open_threats(case):
        return _("A threat waits for an answer: record what was done against it first.")
    if open_episodes(case):
        return _("The person was trafficked again: record first how it goes on.")
    if untold_changes(case):
        return _("After a change of language something is to be told anew: do that first.")
    return ""
