"""Ending what a unit may see: now, or after a last day."""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.queries import grants
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.cases.models import Case
from amparo.methods import clock
from amparo.people.country import today, zone
from amparo.people.models import Unit, User


@action
def end_share(case: Case, unit: Unit, *, by: User, last_day: date | None = None) -> None:
    """From now on, or from the end of `last_day` in this country, the unit sees the file no more.

    Both walls ask at the moment of each question. Raises Refused.
    """
    require_on_case(by, Act.END_SHARE, case.pk)
    if unit.pk == case.unit_id:
        raise Refused(_("The unit that opened the file keeps its own record."))
    if last_day and last_day < today():
        raise Refused(_("This day is over: leave the field empty to end it now."))
    held = grants().live().of_case(case.pk).filter(unit=unit)
    if not held.update(until=_end_of(last_day) if last_day else clock.now()):
        raise Refused(_("The file is not shared with this unit any more."))
    record("ended sharing", by=by, case=case.pk, thing=unit)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, zone())
