"""Short ways to name, and to ask, who carries a file."""

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queues.actions import assign
from amparo.cases.queues.queries import Desk
from amparo.people.models import Membership, Unit, User
from amparo.people.queries import as_of_now
from support.cast import Cast


def colleague(cast: Cast, unit: str, name: str = "colleague") -> User:
    """Somebody more who works in this unit."""
    user = User(email=f"{name}@example.org", given_name=name.title(), family_name="Test")
    user.set_unusable_password()
    user.save()
    since = cast.coordinator.memberships.get().since
    Membership.objects.create(user=user, unit=cast.units[unit], since=since)
    return as_of_now(user)


def give(case: Case, to: User, *, by: User, unit: Unit) -> int:
    """As whoever just looked at the file."""
    with acting_as(by):
        seen = Desk(by, unit).seen(case)
    return assign({case.reference: seen}, by=by, unit=unit, to=to)


def carrier(case: Case, unit: Unit, *, by: User) -> User | None:
    with acting_as(by):
        row = Desk(by, unit).carried.of_cases([case.pk]).first()
    return row.to if row else None
