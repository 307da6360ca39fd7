from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.pages.writing import keep, refuse
from amparo.justice.actions.shared import Side, begin
from amparo.justice.models import Protection, ProtectionEnd
from amparo.justice.queries.proceedings import protections_of
from amparo.justice.rules import day_hindrance
from amparo.methods import clock
from amparo.people.country import today
from amparo.people.models import User


@action
def protect(
    side: Side, *, by: User, whom: str, kind: str, since: date, until: date | None = None
) -> Protection:
    """Write down what keeps the person, their family or a witness from reprisals."""
    side = begin(side, by=by)
    if until and until < since:
        raise Refused(_("It cannot end before it begins."))
    row = Protection(
        case_id=side.pk, at=clock.now(), by=by, whom=whom, kind=kind, since=since, until=until
    )
    return keep(row, f"protection: {kind}", by=by, purpose=whom)


@action
def end_protection(
    side: Side, protection: UUID, *, by: User, day: date, reason: str
) -> ProtectionEnd:
    side = begin(side, by=by)
    lasting = next(
        (r for r in protections_of(side.pk) if r.pk == protection and not hasattr(r, "end")), None
    )
    if lasting is None:
        raise Refused(_("There is no such protection that still lasts."))
    refuse(day_hindrance(day, today=today(), after=lasting.since))
    row = ProtectionEnd(
        case_id=side.pk, at=clock.now(), by=by, protection=lasting, day=day, reason=reason
    )
    return keep(row, "protection ended", by=by, purpose=reason)
