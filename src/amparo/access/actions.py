from collections.abc import Iterable
from uuid import UUID

from amparo.access.acting import action
from amparo.access.models import Freeze, Grant, Thaw
from amparo.access.policy import Purpose, Recipient
from amparo.access.restriction.guard import refuse_if_restricted
from amparo.audit.actions import record
from amparo.methods import clock
from amparo.people.models import Unit, User

OWN_RECORD = ""


@action
def share(
    case_id: UUID,
    unit: Unit,
    purposes: Iterable[Purpose],
    *,
    by: User,
    under: str,
    recipient: Recipient,
) -> None:
    """Share a case with a unit from now on; what is shared already stays as it is.

    `under`: the consent purpose that it hangs on, OWN_RECORD for what the unit wrote itself. The
    caller has checked that `by` may: this is the one way in which a unit comes to a case.
    """
    running = Grant.objects.of_case(case_id).filter(unit=unit, until=None)
    held = running.under(under, recipient).purposes()
    missing = [purpose for purpose in purposes if purpose not in held]
    if missing:
        refuse_if_restricted(case_id)
        since = clock.now()
        Grant.objects.bulk_create(
            Grant(
                case_id=case_id,
                unit=unit,
                purpose=purpose,
                under=under,
                recipient=recipient,
                since=since,
                by=by,
            )
            for purpose in missing
        )
        record("shared", by=by, case=case_id, thing=unit, purpose=", ".join(missing))


@action
def freeze(user: User, *, by: User) -> Freeze:
    """Take every right from an account whose credentials somebody else has made anew."""
    frozen = Freeze.objects.create(user=user, at=clock.now(), by=by)
    record("froze an account", by=by, thing=user)
    return frozen


@action
def thaw(user: User, *, by: User) -> None:
    """Give the rights back: the deed of a second person , never a first one's."""
    for frozen in Freeze.objects.live().of(user):
        Thaw.objects.create(freeze=frozen, at=clock.now(), by=by)
    record("unfroze an account", by=by, thing=user)
