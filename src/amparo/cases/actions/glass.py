"""Opening a file that is not shared, in an emergency: named by its whole reference."""

from amparo.access.acting import action
from amparo.access.glass.actions import check_reason, deny, open_in_emergency
from amparo.access.glass.models import Glass
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.cases.queries import behind_glass
from amparo.people.models import User


@action
def break_glass(reference: str, *, by: User, reason: str) -> Glass | None:
    """None where no file has this reference; that somebody asked stands in the log.

    Not an error, which would take the row of the log back with it. Raises Refused.
    """
    require(by, Act.BREAK_GLASS)
    text = check_reason(reason)
    case_id = behind_glass(reference)
    if case_id is None:
        deny(by=by)
        return None
    return open_in_emergency(case_id, by=by, reason=text)
