from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.child.actions.begin import begin_for_child
from amparo.cases.child.models import Encounter, EncounterEnd
from amparo.cases.child.queries import guardian_of, open_encounters
from amparo.cases.child.rules import meeting_hindrance
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

Outcome = EncounterEnd.Outcome


@action
def plan_encounter(case: Case, *, by: User, kind: str, office: str, day: date) -> Encounter:
    """Write down that somebody is to meet the child, before it happens or once it is known."""
    case = begin_for_child(case, by=by)
    row = Encounter(case=case, at=clock.now(), by=by, kind=kind, office=office, day=day)
    return keep(row, f"encounter: {kind}", by=by, purpose=office)


@action
def end_encounter(
    case: Case,
    encounter: UUID,
    *,
    by: User,
    outcome: str,
    guardian_present: bool,
    absence: str = "",
    guarantees: tuple[str, ...] = (),
    words: str = "",
) -> EncounterEnd:
    """Close it. Raises Refused where a child was met without a guardian and nothing says why."""
    case = begin(case, by=by)
    planned = next((row for row in open_encounters(case) if row.pk == encounter), None)
    if planned is None:
        raise Refused(_("There is no such meeting that is still open."))
    if outcome == Outcome.HELD:
        refuse(_too_early(planned))
        refuse(
            meeting_hindrance(guardian_present, absence, has_guardian=guardian_of(case) is not None)
        )
    row = EncounterEnd(
        case=case, at=clock.now(), by=by, encounter=planned, outcome=outcome,
        guardian_present=guardian_present, absence="" if guardian_present else absence,
        guarantees=list(guarantees),
    )  # fmt: skip
    return keep(row, f"encounter: {outcome}", by=by, purpose=row.absence, words=words)


def _too_early(planned: Encounter) -> str:
    if planned.day <= today():
        return ""
    return _("The day of it is still to come: write down how it went once it took place.")
