from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from amparo.access.policy import (
    IDENTIFICATION,
    READING,
    Purpose,
    Recipient,
    Shared,
    Standing,
    units_for,
)
from amparo.methods import clock
from amparo.people.country import today

if TYPE_CHECKING:
    from amparo.access.models import Basis, Freeze, Grant  # noqa: F401  named in base classes
    from amparo.people.models import User

# In the place of one recipient: a consent that names every kind of them, and any legal ground.
BOTH = "both"


class BasisQuerySet(models.QuerySet["Basis"]):
    def live(self) -> BasisQuerySet:
        """Neither withdrawn nor past its last day, which still counts."""
        return self.filter(Q(until=None) | Q(until__gte=today()), ended_at=None)

    def of_case(self, case_id: UUID) -> BasisQuerySet:
        return self.filter(case_id=case_id)

    def for_purpose(self, purpose: str) -> BasisQuerySet:
        return self.filter(purpose=purpose)

    def towards(self, recipient: str) -> BasisQuerySet:
        return self.filter(recipients__in=(recipient, BOTH))

    def of_grants(self) -> BasisQuerySet:
        """For a sub-query of grants: what the outer grant hangs on."""
        recipient = OuterRef("recipient")
        return self.filter(
            Q(recipients=BOTH) | Q(recipients=recipient),
            case_id=OuterRef("case_id"),
            purpose=OuterRef("under"),
        )


class GrantQuerySet(models.QuerySet["Grant"]):
    def live(self, among: BasisQuerySet | None = None) -> GrantQuerySet:
        """Not ended yet, and the unit's own record or under a live basis (`among` these)."""
        standing = bases().live() if among is None else among
        based = Exists(standing.of_grants())
        return self.filter(Q(under="") | based, Q(until=None) | Q(until__gt=clock.now()))

    def of_case(self, case_id: UUID) -> GrantQuerySet:
        return self.filter(case_id=case_id)

    def with_unit(self) -> GrantQuerySet:
        return self.select_related("unit")

    def under(self, purpose: str, recipient: str) -> GrantQuerySet:
        return self.filter(under=purpose, recipient=recipient)

    def held_by(self, standing: Standing) -> GrantQuerySet:
        return self.live().filter(unit__in=standing.units)

    def read_by(self, standing: Standing, purpose: Purpose) -> GrantQuerySet:
        """Held by a unit that may itself read what is kept for `purpose`."""
        readers = units_for(standing, READING[purpose])
        return self.live().filter(unit__in=readers, purpose=purpose)

    def for_purpose(self, purpose: str) -> GrantQuerySet:
        return self.filter(purpose=purpose)

    def purposes(self) -> frozenset[str]:
        return frozenset(self.values_list("purpose", flat=True))

    def by_unit(self) -> Shared:
        found: dict[UUID, frozenset[str]] = {}
        for unit, purpose in self.values_list("unit", "purpose"):
            found[unit] = found.get(unit, frozenset()) | {purpose}
        return found


M = TypeVar("M", bound=models.Model, covariant=True)


class CaseScoped(models.QuerySet[M]):
    """Rows of a case; every question about them starts from who asks."""

    case_field = "case_id"
    purpose = Purpose.CASEWORK

    def visible_to(self, standing: Standing) -> Self:
        if standing.oversees:
            return self.all()
        shared = grants().read_by(standing, self.purpose).values("case_id")
        mine = Q(**{f"{self.case_field}__in": shared})
        if standing.glass:
            mine |= Q(**{f"{self.case_field}__in": standing.glass})
        return self.filter(mine)


def grants() -> GrantQuerySet:
    from amparo.access.models import Grant

    return Grant.objects.all()


def bases() -> BasisQuerySet:
    from amparo.access.models import Basis

    return Basis.objects.all()


def stands(case_id: UUID, purpose: str, recipient: str) -> bool:
    """Whether a live consent or legal ground covers `purpose` towards `recipient` now."""
    return bases().live().of_case(case_id).for_purpose(purpose).towards(recipient).exists()


def open_to_bureau(case_id: UUID) -> bool:
    """Whether what is sealed opens to the bureau, beyond a record of its own."""
    return stands(case_id, IDENTIFICATION, Recipient.BUREAU)


class FreezeQuerySet(models.QuerySet["Freeze"]):
    def live(self) -> FreezeQuerySet:
        return self.filter(thaw=None)

    def of(self, user: User) -> FreezeQuerySet:
        return self.filter(user=user)


def freezes() -> FreezeQuerySet:
    from amparo.access.models import Freeze

    return Freeze.objects.all()


def is_locked(user: User) -> bool:
    """Closed, frozen, or with an emergency opening that nobody has reviewed in time."""
    from amparo.access.glass.queries import glasses

    closed = not user.is_active or freezes().live().of(user).exists()
    return closed or glasses().by(user).overdue().exists()


def open_glass(user: User) -> frozenset[UUID]:
    """The cases that are open to this person alone at this second."""
    from amparo.access.glass.queries import glasses

    return frozenset(glasses().by(user).live().values_list("case_id", flat=True))
