"""What on the Child route stands in the way of a step of the file's tracks."""

from django.utils.translation import gettext as _

from amparo.cases import guards
from amparo.cases.child.models import BestInterests, Encounter, EncounterEnd
from amparo.cases.child.queries import ended_encounters, interests_of, open_encounters
from amparo.cases.child.rules import RETURN
from amparo.cases.machine import State
from amparo.cases.models import Case


def register() -> None:
    guards.register(no_return_against_the_child, State.RETURN_DECIDED, State.TRAVELLED)
    guards.register(no_travel_unprepared, State.TRAVELLED)
    guards.register(no_meeting_left_open, State.CLOSED)


def no_return_against_the_child(case: Case) -> str:
    """CoE Convention, article 16(7): no child returns where that is not in their best interests."""
    if not case.treated_as_child:
        return ""
    last = next((row for row in interests_of(case) if row.subject == RETURN), None)
    if last and last.outcome == BestInterests.Outcome.FOR:
        return ""
    return _("A child returns only where that was found best for the child: record it first.")


def no_travel_unprepared(case: Case) -> str:
    prepared = any(
        row.outcome == EncounterEnd.Outcome.HELD and row.encounter.kind == Encounter.Kind.RETURN
        for row in ended_encounters(case)
    )
    if prepared or not case.treated_as_child:
        return ""
    return _("Nobody has prepared the return with the child: plan that step, and close it.")


def no_meeting_left_open(case: Case) -> str:
    if not open_encounters(case):
        return ""
    return _("An interview, a move or a step of a return is still open: record how it went first.")
