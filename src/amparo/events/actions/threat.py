from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases import happenings
from amparo.cases.announcements import announce
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep
from amparo.events.actions.alarms import stop
from amparo.events.models import Threat, ThreatAnswer
from amparo.events.queries import open_threats
from amparo.methods import clock
from amparo.people.models import User

EVENT = "threat"


@action
def note_threat(case: Case, *, by: User, against: tuple[str, ...], words: str = "") -> Threat:
    """Somebody threatens the person, their family, or whoever helps them."""
    case = begin(case, by=by)
    row = Threat(case=case, at=clock.now(), by=by, against=list(against))
    row.effects = happenings.happen(EVENT, case, by=by, about=row.pk)
    keep(row, "threat", by=by, words=words)
    announce(case)
    return row


@action
def answer_threat(
    case: Case, threat: UUID, *, by: User, measures: tuple[str, ...], note: str = ""
) -> ThreatAnswer:
    """What was done against it; the time ends with the last threat that waited."""
    case = begin(case, by=by)
    waiting = {row.pk: row for row in open_threats(case)}
    if threat not in waiting:
        raise Refused(_("There is no such threat that waits for an answer."))
    row = ThreatAnswer(
        case=case, at=clock.now(), by=by, threat=waiting[threat], measures=list(measures)
    )
    keep(row, "answered: threat", by=by, note=note)
    if len(waiting) == 1:
        stop(case, EVENT)
    announce(case)
    return row
