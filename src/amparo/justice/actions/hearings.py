from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin as begin_file
from amparo.cases.pages.writing import keep, refuse
from amparo.justice.actions.proceedings import the_proceeding
from amparo.justice.actions.shared import Side, begin, is_child
from amparo.justice.models import Hearing, HearingEnd, Preparation
from amparo.justice.queries.proceedings import open_hearings
from amparo.justice.rules import hearing_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User

Outcome = HearingEnd.Outcome


@action
def plan_hearing(
    side: Side, proceeding: UUID, *, by: User, kind: str, day: date, measures: tuple[str, ...],
    interpreter: str = "", guardian: bool = False,
) -> Hearing:  # fmt: skip
    """Write down the day, and what is to protect the person then."""
    side = begin(side, by=by)
    refuse(hearing_hindrance(child=is_child(side), guardian=guardian))
    row = Hearing(
        case_id=side.pk, at=clock.now(), by=by, proceeding=the_proceeding(side, proceeding),
        kind=kind, day=day, measures=list(measures), interpreter=interpreter, guardian=guardian,
    )  # fmt: skip
    return keep(row, "hearing", by=by, purpose=kind)


@action
def end_hearing(
    side: Side, hearing: UUID, *, by: User, outcome: str, measures: tuple[str, ...] = ()
) -> HearingEnd:
    """Close it, with the measures that were really there."""
    side = begin(side, by=by)
    planned = _waiting(side, hearing)
    if outcome == Outcome.HELD and planned.day > today():
        raise Refused(_("The day of it is still to come: write it down once it has passed."))
    row = HearingEnd(
        case_id=side.pk, at=clock.now(), by=by, hearing=planned, outcome=outcome,
        measures=list(measures) if outcome == Outcome.HELD else [],
    )  # fmt: skip
    return keep(row, f"hearing: {outcome}", by=by)


@action
def prepare(case: Case, hearing: UUID, *, by: User, what: tuple[str, ...]) -> list[Preparation]:
    """Tick what was done, so that the person comes to the hearing ready and safe."""
    case = begin_file(case, by=by)
    planned = _waiting(case, hearing)
    known = {row.what for row in planned.preparations.all()}
    fresh = [code for code in what if code not in known]
    if not fresh:
        raise Refused(_("This is written down already."))
    return [_prepared(case, planned, code, by=by) for code in fresh]


def _prepared(case: Case, hearing: Hearing, what: str, *, by: User) -> Preparation:
    row = Preparation(case=case, at=clock.now(), by=by, hearing=hearing, what=what)
    return keep(row, "prepared the hearing", by=by, purpose=what)


def _waiting(side: Side, pk: UUID) -> Hearing:
    planned = next((row for row in open_hearings(side.pk) if row.pk == pk), None)
    if planned is None:
        raise Refused(_("There is no such hearing that is still open."))
    return planned
