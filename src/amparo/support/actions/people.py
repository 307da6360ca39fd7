"""Who is near the person, and how the person is reached without danger."""

from uuid import UUID

from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, keep, refuse
from amparo.methods import clock
from amparo.people.models import User
from amparo.support.models import Relative, RelativeUpdate, SafeContact
from amparo.support.models.contact import NO_WAY
from amparo.support.queries import relatives
from amparo.support.rules import contact_hindrance


@action
def note_contact(
    case: Case, *, by: User, channel: str, when: str = "", answers: str = "",
    message: bool = False, value: str = "",
) -> SafeContact:  # fmt: skip
    """How the person may be reached from now on; or that nobody gets in touch."""
    case = begin(case, by=by)
    refuse(contact_hindrance(channel, value, answers, message=message))
    row = SafeContact(case=case, at=clock.now(), by=by, channel=channel, message=False)
    if channel != NO_WAY:
        row.when, row.answers, row.message = when, answers, message
    return keep(
        row, "noted a safe contact", by=by, purpose=channel,
        value="" if channel == NO_WAY else value,
    )  # fmt: skip


@action
def note_relative(
    case: Case, *, by: User, relation: str, place: str, depends: bool, danger: str, measure: str,
    name: str = "", contact: str = "",
) -> Relative:  # fmt: skip
    """Write down who depends on the person or is in danger because of what happened."""
    case = begin(case, by=by)
    row = Relative(
        case=case, at=clock.now(), by=by, relation=relation, place=place, depends=depends,
        danger=danger, measure=measure,
    )  # fmt: skip
    return keep(row, "noted a relative", by=by, purpose=relation, name=name, contact=contact)


@action
def update_relative(
    case: Case, relative: UUID, *, by: User, danger: str, measure: str
) -> RelativeUpdate:
    case = begin(case, by=by)
    found = next((row for row in relatives(case) if row.pk == relative), None)
    if found is None:
        raise Refused(_("There is no such person in this file."))
    row = RelativeUpdate(
        case=case, at=clock.now(), by=by, relative=found, danger=danger, measure=measure
    )
    return keep(row, "updated a relative", by=by, purpose=danger)
