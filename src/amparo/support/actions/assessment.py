from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.cases.actions.steps import step
from amparo.cases.announcements import announce
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User
from amparo.support.actions import times
from amparo.support.clocks import AGAIN, due_of, end_of, latest_review
from amparo.support.models import NeedsAssessment
from amparo.support.queries import again_clock, last_assessment, last_plan
from amparo.support.rules import PLANNING, Assessed, assessment_hindrance


@action
def assess(case: Case, found: Assessed, *, by: User, note: str = "") -> NeedsAssessment:
    """Record needs and risks; a plan that fits no more is to be agreed anew (S2)."""
    case, now = begin(case, by=by), clock.now()
    if case.support == State.ENDED:
        raise Refused(_("Support has ended: record what the person needs now, then assess it."))
    refuse(assessment_hindrance(found, today=today(), latest=latest_review(now)))
    stands = found.plan_stands and case.support in PLANNING and last_plan(case) is not None
    lists = {"needs", "measures", "listeners"}
    given = {name: list(v) if name in lists else v for name, v in vars(found).items()}
    row = NeedsAssessment(case=case, at=now, by=by, **{**given, "plan_stands": stands})
    keep(row, "assessed needs and risks", by=by, note=note)
    times.meet(case, [AGAIN])
    due = now if found.overheard else min(due_of(AGAIN, now), end_of(found.review))
    times.start(case, AGAIN, due)
    if not stands and case.support != State.ASSESSED:
        step(case, Track.SUPPORT, State.ASSESSED, by=by)
    else:
        announce(case)
    return row


def ask_anew(case: Case, *, by: User) -> None:
    """Needs and risks are due at once: something happened, such as a threat or a person missing.

    For rooms that record such an event: inside their action, once it has checked its own right.
    Nothing is due where nobody is helped, or where the first assessment is still to come.
    """
    now, running = clock.now(), again_clock(case)
    if last_assessment(case) is None or case.support in ("", State.ENDED):
        return
    if running and running.due_at <= now:
        return
    times.meet(case, [AGAIN])
    times.start(case, AGAIN, now)
    record("asked to assess anew", by=by, case=case.pk)
