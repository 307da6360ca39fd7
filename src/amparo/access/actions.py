from collections.abc import Iterable
from uuid import UUID

from amparo.access.acting import action
from amparo.access.models import Grant
from amparo.access.policy import Purpose
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import Unit, User


@action
def share(case_id: UUID, unit: Unit, purposes: Iterable[Purpose], *, by: User) -> None:
    """Share a case with a unit from now on; what is shared already stays as it is.

    The caller has checked that `by` may: this is the one way in which a unit comes to a case.
    """
    held = Grant.objects.live().of_case(case_id).filter(unit=unit).purposes()
    missing = [purpose for purpose in purposes if purpose not in held]
    if missing:
        since = clock.now()
        Grant.objects.bulk_create(
            Grant(case_id=case_id, unit=unit, purpose=purpose, since=since, by=by)
            for purpose in missing
        )
        record("shared", by=by, case=case_id, thing=unit, purpose=", ".join(missing))
