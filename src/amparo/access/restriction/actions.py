from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.restriction.models import Restriction
from amparo.access.restriction.queries import restrictions
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import User


@action
def restrict(case_id: UUID, *, by: User, ground: str, asked_by: str) -> Restriction:
    """From now on: nothing new is shared, offered or handed out, and little is opened."""
    require_on_case(by, Act.RESTRICT, case_id)
    row = Restriction(case_id=case_id, ground=ground, asked_by=asked_by, at=clock.now(), by=by)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as already:
        raise Refused(_("The use of this file is restricted already.")) from already
    record("restricted", by=by, case=case_id, thing=row, purpose=ground)
    return row


@action
def lift(case_id: UUID, *, by: User) -> Restriction:
    """End the restriction; the person has been told before (GDPR, article 18(3))."""
    require_on_case(by, Act.RESTRICT, case_id)
    row = restrictions().standing().of_case(case_id).select_for_update().first()
    if row is None:
        raise Refused(_("The use of this file is not restricted."))
    row.lifted_at, row.lifted_by = clock.now(), by
    row.save(update_fields=["lifted_at", "lifted_by"])
    record("lifted the restriction", by=by, case=case_id, thing=row)
    return row
