from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.child.queries import guardian_of
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.cases.queries import case_with
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import Unit, User
from amparo.support.hindrances import no_service_runs
from amparo.support.models import Goal, GoalEnd, SupportPlan
from amparo.support.queries import last_plan, open_goals, units_of
from amparo.support.rules import goal_hindrance, plan_hindrance


@action
def set_goal(
    case: Case, *, by: User, service: str, unit: Unit, own: bool, until: date, text: str = ""
) -> Goal:
    """Write down what the person wants to reach; it is agreed with the plan."""
    case = begin(case, by=by)
    if case.support == State.ENDED:
        raise Refused(_("Support has ended: record what the person needs now first."))
    refuse(goal_hindrance(until, today=today()))
    if unit not in units_of(case):
        raise Refused(_("A unit that does not know the file cannot answer for a goal."))
    row = Goal(
        case=case, at=clock.now(), by=by, service=service, unit=unit, own=own, until=until
    )  # fmt: skip
    return keep(row, "set a goal", by=by, purpose=service, text=text)


@action
def end_goal(case: Case, goal: UUID, *, by: User, how: str) -> GoalEnd:
    case = begin(case, by=by)
    found = next((row for row in open_goals(case) if row.pk == goal), None)
    if found is None:
        raise Refused(_("There is no such goal that is still open."))
    row = GoalEnd(case=case, at=clock.now(), by=by, goal=found, how=how)
    return keep(row, "ended a goal", by=by, purpose=how)


@action
def agree_plan(
    case: Case, *, by: User, mode: str, language: str, guardian_agrees: bool = False,
    words: str = "",
) -> SupportPlan:  # fmt: skip
    """Record the person's yes to the goals that are open now (S3)."""
    case = begin(case, by=by)
    child, guardian = case.treated_as_child, guardian_of(case) is not None
    refuse(
        plan_hindrance(
            len(open_goals(case)), case.support, child=child, guardian=guardian,
            agrees=guardian_agrees,
        )
    )  # fmt: skip
    last = last_plan(case)
    row = SupportPlan(
        case=case, at=clock.now(), by=by, version=last.version + 1 if last else 1, mode=mode,
        language=language, guardian_agrees=child and guardian_agrees,
    )  # fmt: skip
    keep(row, "agreed a plan", by=by, purpose=mode, words=words)
    if case.support == State.ASSESSED:
        step(case, Track.SUPPORT, State.PLANNED, by=by)
    begin_course(case, by=by)
    return row


def begin_course(case: Case, *, by: User) -> None:
    """Where a plan is agreed and a service runs, services are in course."""
    case = case_with(case.pk)
    if case.support == State.PLANNED and not no_service_runs(case):
        step(case, Track.SUPPORT, State.IN_COURSE, by=by)
