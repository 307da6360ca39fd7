from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.announcements import announce
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import Detention, DetentionEnd
from amparo.cases.child.queries import open_detentions
from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import due
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep
from amparo.methods import clock
from amparo.people.country import country
from amparo.people.models import User

# How many hours a child may be held before everybody is told is the country's to say.
ALARM = "child_detained"


@action
def note_detention(case: Case, *, by: User, place: str, since: datetime) -> Detention:
    """Write down that the child is held; the alarm's hours count from the first of them."""
    case = begin_for_child(case, by=by)
    if since > clock.now():
        raise Refused(_("Nobody is held since a moment that is still to come."))
    row = Detention(case=case, at=clock.now(), by=by, place=place, since=since)
    keep(row, "child detained", by=by, purpose=place)
    if not Clock.objects.running().filter(case=case, rule=ALARM).exists():
        until = due(country().clocks[ALARM], since)
        Clock.objects.create(case=case, rule=ALARM, started_at=since, due_at=until)
    announce(case)
    return row


@action
def end_detention(case: Case, detention: UUID, *, by: User, how: str) -> DetentionEnd:
    """The alarm ends with the last place where the child was held."""
    case = begin(case, by=by)
    held = next((row for row in open_detentions(case) if row.pk == detention), None)
    if held is None:
        raise Refused(_("There is no such detention that still lasts."))
    if how == "moved" and len(open_detentions(case)) == 1:
        raise Refused(_("Record the new place first: the hours go on counting."))
    row = DetentionEnd(case=case, at=clock.now(), by=by, detention=held, how=how)
    keep(row, "detention ended", by=by, purpose=how)
    if not open_detentions(case):
        running = Clock.objects.running().filter(case=case, rule=ALARM)
        running.update(met_at=clock.now())
    announce(case)
    return row
