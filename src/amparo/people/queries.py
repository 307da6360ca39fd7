from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Q

from amparo.people.country import today

if TYPE_CHECKING:
    from amparo.people.models import (
        Membership,
        Organisation,
        Unit,
        User,
    )


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class UnitQuerySet(models.QuerySet["Unit"]):
    def with_mandate(self, mandate: str) -> UnitQuerySet:
        return self.filter(mandates__contains=[mandate])

    def of(self, user: User) -> UnitQuerySet:
        return self.filter(memberships__in=user.memberships.live()).distinct()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def live(self) -> MembershipQuerySet:
        """By the day of the country, as the second wall counts it."""
        day = today()
        runs = Q(until__isnull=True) | Q(until__gte=day)
        return self.filter(runs, since__lte=day, ended_at=None)


def units() -> UnitQuerySet:
    from amparo.people.models import Unit

    return Unit.objects.select_related("organisation").order_by("name_en", "pk")


def users_by_id(ids: Iterable[UUID]) -> dict[UUID, User]:
    from amparo.people.models import User

    return User.objects.in_bulk(list(ids))


def active_users() -> models.QuerySet[User]:
    from amparo.people.models import User

    return User.objects.filter(is_active=True).order_by("family_name", "pk")


def as_of_now(user: User) -> User:
    """Read anew: nothing that was kept on the object, such as their standing, counts any more."""
    from amparo.people.models import User

    return User.objects.get(pk=user.pk)


def makers_of(user: User) -> set[UUID]:
    """Whoever made this account or gave it a place in a unit."""
    granted = user.memberships.values_list("granted_by", flat=True)
    return {maker for maker in (*granted, user.invited_by_id) if maker}


def units_by_user(ids: Iterable[UUID]) -> dict[UUID, list[Unit]]:
    """Where each of these users works, or worked last: by the end of the membership, open first."""
    from amparo.people.models import Membership

    found: dict[UUID, list[Unit]] = {}
    rows = Membership.objects.filter(user__in=list(ids)).select_related("unit")
    for row in rows.order_by(models.F("until").desc(nulls_first=True), "since", "pk"):
        found.setdefault(row.user_id, []).append(row.unit)
    return found


def people_with_mandate(*mandates: str) -> models.QuerySet[User]:
    """Who works today in a unit with one of these mandates."""
    from amparo.people.models import Membership

    places = Membership.objects.live().filter(unit__mandates__overlap=list(mandates))
    return active_users().filter(pk__in=places.values("user"))


def colleagues(unit: Unit) -> models.QuerySet[User]:
    """Who works in this unit today."""
    from amparo.people.models import Membership

    places = Membership.objects.live().filter(unit=unit)
    return active_users().filter(pk__in=places.values("user"))


def staff_of(units: Iterable[UUID]) -> dict[UUID, list[User]]:
    """Who works today in each of these units; those where nobody does are left out."""
    from amparo.people.models import Membership

    found: dict[UUID, list[User]] = {}
    places = Membership.objects.live().filter(unit__in=list(units), user__is_active=True)
    for place in places.select_related("user").order_by("user__family_name", "user"):
        found.setdefault(place.unit_id, []).append(place.user)
    return found


def everybody() -> models.QuerySet[User]:
    """Open and closed accounts, by name."""
    from amparo.people.models import User

    return User.objects.order_by("family_name", "given_name", "pk")


def organisations() -> models.QuerySet[Organisation]:
    from amparo.people.models import Organisation

    return Organisation.objects.order_by("name_en", "pk")


def places_of(user: User) -> models.QuerySet[Membership]:
    """The units of today, with the day since when."""
    return user.memberships.live().select_related("unit").order_by("since", "pk")


def working_users() -> models.QuerySet[User]:
    """Who has a place in a unit today."""
    from amparo.people.models import Membership

    return active_users().filter(pk__in=Membership.objects.live().values("user"))
