"""What on the Support track stands in the way of a step of the file."""

from django.utils.translation import gettext as _

from amparo.cases import guards
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.support.models import ServiceStep
from amparo.support.queries import (
    last_assessment,
    last_exit,
    last_inclusion,
    last_plan,
    last_step,
    last_step_to,
    open_goals,
    service_steps,
    waiting_follow_ups,
)
from amparo.support.rules import PLANNING


def register() -> None:
    guards.register(nothing_assessed, State.ASSESSED)
    guards.register(no_plan_agreed, State.PLANNED)
    guards.register(no_service_runs, State.IN_COURSE)
    guards.register(no_inclusion_noted, State.INCLUSION)
    guards.register(no_exit_recorded, State.ENDED, State.CLOSED)
    guards.register(follow_ups_to_come, State.CLOSED)


def nothing_assessed(case: Case) -> str:
    found, last = last_assessment(case), last_step(case)
    if found and not found.plan_stands and (last is None or found.at >= last.at):
        return ""
    return _("Record the assessment of needs and risks: the step follows from it.")


def no_plan_agreed(case: Case) -> str:
    """S0 ¶5: nothing is planned over the head of the person."""
    plan, assessed = last_plan(case), last_step_to(case, State.ASSESSED)
    if plan and assessed and plan.at >= assessed.at:
        return ""
    return _("No plan was agreed with the person since the last assessment: record it first.")


def no_service_runs(case: Case) -> str:
    started = ServiceStep.State.STARTED
    if any(row.state == started for row in service_steps(case).values()):
        return ""
    if any(goal.own for goal in open_goals(case)):
        return ""
    return _("No service has begun yet: record the first that does.")


def no_inclusion_noted(case: Case) -> str:
    if last_inclusion(case):
        return ""
    return _("Record first how the person stands with housing, work or schooling.")


def no_exit_recorded(case: Case) -> str:
    """A place alone may be left at any time; whoever had a plan leaves with one."""
    if case.support not in PLANNING:
        return ""
    left, last = last_exit(case), last_step(case)
    if left and last and left.at >= last.at:
        return ""
    return _("Record how support ends first: a plan for later, and whether contact is safe then.")


def follow_ups_to_come(case: Case) -> str:
    if not waiting_follow_ups(case):
        return ""
    return _("Follow-ups are still to come: record them, or that the person wishes none.")
