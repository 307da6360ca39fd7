from typing import TypeVar
from uuid import UUID

from amparo.access.policy import Act
from amparo.access.standing import Refused
from amparo.cases import guards
from amparo.cases.models import Case
from amparo.cases.pages.writing import begin, refuse
from amparo.cases.queries import case_with
from amparo.links.queries import other_file
from amparo.links.rules import not_there, pair_hindrance
from amparo.people.models import User

R = TypeVar("R")


def there(row: R | None) -> R:
    """Raises Refused for what is absent or not shared, which look alike."""
    if row is None:
        raise Refused(not_there())
    return row


def begin_for_two(case: Case, wanted: str | UUID, *, by: User) -> tuple[Case, Case]:
    """Both files as they are now, locked in one order for all, so that nobody waits for ever.

    The other one may be closed: somebody may be known from long ago. Raises Refused where either
    may not be written.
    """
    other = there(other_file(by, wanted, Act.WRITE_CASE))
    refuse(pair_hindrance(case, other))
    for each in sorted((case.pk, other.pk)):
        case_with(each)
    guards.refuse_to_write(other)
    return begin(case, by=by), case_with(other.pk)
