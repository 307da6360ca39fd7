from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.announcements import announce
from amparo.cases.machine import LEAVING, State, Track
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.country import country, today
from amparo.people.models import User
from amparo.stay.actions.times import end_clocks, set_alarms
from amparo.stay.models import Stay, StayStep
from amparo.stay.queries import STAY_END, stay_today
from amparo.stay.rules import reflection_hindrance, stay_hindrance

Kind, What = Stay.Kind, StayStep.What
STATES = {Kind.REFLECTION: State.REFLECTION_STAY, Kind.PERMIT: State.PERMIT}


@action
def grant_reflection(case: Case, *, by: User, since: date, until: date) -> Stay:
    """Write down that the person may stay to recover and to think; again to make it longer."""
    case = begin(case, by=by)
    refuse(reflection_hindrance(since, until, country().protected_period_days))
    return _grant(Stay(case=case, kind=Kind.REFLECTION, since=since, until=until), by=by)


@action
def grant_permit(case: Case, *, by: User, ground: str, since: date, until: date) -> Stay:
    """Write down a residence permit and what it rests on; again when it was renewed."""
    case = begin(case, by=by)
    row = Stay(case=case, kind=Kind.PERMIT, ground=ground, since=since, until=until)
    return _grant(row, by=by)


def _grant(row: Stay, *, by: User) -> Stay:
    case, state = row.case, STATES[Kind(row.kind)]
    refuse(stay_hindrance(row.since, row.until, today()))
    row.at, row.by = clock.now(), by
    keep(row, f"stay: {row.kind}", by=by, purpose=row.ground)
    set_alarms(case, row)
    # Whoever wishes to return may be granted a stay meanwhile, and the wish stands as it did.
    if case.residence not in (state, *LEAVING):
        step(case, Track.RESIDENCE, state, by=by)
    announce(case)
    return row


@action
def note_stay_step(case: Case, stay: UUID, *, by: User, what: str) -> StayStep:
    """A renewal was asked for or refused, or the stay ended early: the alarms follow."""
    case = begin(case, by=by)
    lasting = stay_today(case)
    if lasting is None or lasting.pk != stay:
        raise Refused(_("This stay is over, or another one was recorded since."))
    row = StayStep(case=case, at=clock.now(), by=by, stay=lasting, what=what)
    keep(row, f"stay: {what}", by=by)
    if what == What.REFUSED:
        set_alarms(case, lasting)
    else:
        end_clocks(case, STAY_END)
    announce(case)
    return row
