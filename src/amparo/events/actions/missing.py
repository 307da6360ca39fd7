from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases import happenings
from amparo.cases.announcements import announce
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep
from amparo.events.actions.alarms import stop
from amparo.events.models import Found, Missing
from amparo.events.queries import open_missing
from amparo.methods import clock
from amparo.people.models import User

EVENT = "missing"


@action
def note_missing(case: Case, *, by: User, police: str, last_seen: str = "") -> Missing:
    """Nobody knows where the person is: whoever must look for them is told in this moment."""
    case = begin(case, by=by)
    if open_missing(case):
        raise Refused(_("The file says already that the person is missing."))
    row = Missing(case=case, at=clock.now(), by=by, police=police)
    row.effects = happenings.happen(EVENT, case, by=by, about=row.pk)
    keep(row, "missing", by=by, purpose=police, last_seen=last_seen)
    announce(case)
    return row


@action
def note_found(case: Case, missing: UUID, *, by: User, how: str, note: str = "") -> Found:
    """The person is there again, or the search has ended: the file goes on."""
    case = begin(case, by=by)
    lost = open_missing(case)
    if lost is None or lost.pk != missing:
        raise Refused(_("The file does not say that the person is missing."))
    row = Found(case=case, at=clock.now(), by=by, missing=lost, how=how)
    keep(row, "found", by=by, purpose=how, note=note)
    stop(case, EVENT)
    announce(case)
    return row
