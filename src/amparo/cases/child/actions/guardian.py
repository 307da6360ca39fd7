from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import Guardian
from amparo.cases.child.queries import last_guardian_step
from amparo.cases.child.rules import NO_CONFLICT, guardian_hindrance
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.models import User

State = Guardian.State


@action
def request_guardian(case: Case, *, by: User, office: str) -> Guardian:
    """Write down that a guardian was asked for, and of whom (CoE Convention, article 10(4)a)."""
    case = begin_for_child(case, by=by)
    return _step(case, State.REQUESTED, by=by, office=office)


@action
def appoint_guardian(
    case: Case, *, by: User, office: str, conflict: str, name: str, contact: str = ""
) -> Guardian:
    """Write down who the guardian is. Raises Refused where their interests stand against it."""
    case = begin_for_child(case, by=by)
    if conflict != NO_CONFLICT:
        raise Refused(
            _("Whoever has a conflict of interest cannot speak for this child: ask for another.")
        )
    return _step(case, State.APPOINTED, by=by, office=office, name=name, contact=contact)


@action
def end_guardian(case: Case, *, by: User, reason: str) -> Guardian:
    """Write down that the guardianship is over, and why; also of somebody who is of age by now."""
    return _step(begin(case, by=by), State.ENDED, by=by, reason=reason)


def _step(
    case: Case, state: State, *, by: User, office: str = "", reason: str = "", **sealed: str
) -> Guardian:
    last = last_guardian_step(case)
    refuse(guardian_hindrance(last.state if last else "", state))
    row = Guardian(
        case=case, at=clock.now(), by=by, number=last.number + 1 if last else 1, state=state,
        office=office, reason=reason,
    )  # fmt: skip
    return keep(row, f"guardian: {state}", by=by, purpose=reason or office, **sealed)
