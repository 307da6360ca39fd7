from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from amparo.access.queries import freezes
from amparo.people.models import Unit, User
from amparo.people.queries import everybody

if TYPE_CHECKING:
    from amparo.administration.models import RoleWanted


def frozen_users() -> set[UUID]:
    return set(freezes().live().values_list("user", flat=True))


def is_frozen(user: User) -> bool:
    return freezes().live().of(user).exists()


def wanted_role(wanted: UUID) -> RoleWanted:
    from amparo.administration.models import RoleWanted

    return RoleWanted.objects.select_related("user", "unit").get(pk=wanted)


def account(wanted: UUID) -> User | None:
    return everybody().filter(pk=wanted).first()


def colleagues(user: User, unit: Unit) -> bool:
    """Whether this person works in the unit today."""
    return user.memberships.live().filter(unit=unit).exists()
