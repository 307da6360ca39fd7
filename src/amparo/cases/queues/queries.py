from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, Func, OuterRef

from amparo.access.policy import Act, units_for
from amparo.access.queries import CaseScoped
from amparo.access.standing import standing_of
from amparo.cases import counting
from amparo.cases.guards import without_shut
from amparo.cases.queries import CaseQuerySet, cases_with_unit
from amparo.people.queries import colleagues, units

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.cases.queues.models import Assignment, Carried
    from amparo.people.models import Unit, User


class CarriedQuerySet(CaseScoped["Carried"]):
    def in_unit(self, unit: Unit) -> CarriedQuerySet:
        return self.filter(unit=unit)

    def of_cases(self, cases: Iterable[UUID]) -> CarriedQuerySet:
        return self.filter(case__in=list(cases)).select_related("to", "unit")

    def by_user(self, user: User) -> CarriedQuerySet:
        return self.filter(to=user)

    def by_any(self, users: Iterable[UUID]) -> CarriedQuerySet:
        return self.filter(to__in=list(users))

    def open(self) -> CarriedQuerySet:
        return self.exclude(case__identification="closed")

    def cases(self) -> models.QuerySet[Carried, UUID]:
        """For a sub-query: the files alone."""
        return self.values_list("case_id", flat=True)


@dataclass(frozen=True)
class Desk:
    """One person at work for one of their units."""

    user: User
    unit: Unit

    @cached_property
    def colleagues(self) -> list[User]:
        """Whoever works in the unit today, this person first."""
        found = list(colleagues(self.unit))
        return sorted(found, key=lambda user: user.pk != self.user.pk)

    @property
    def files(self) -> CaseQuerySet:
        rows = cases_with_unit(self.user, self.unit.pk).open().not_erased()
        return without_shut(rows, "pk")

    @property
    def carried(self) -> CarriedQuerySet:
        return carried().in_unit(self.unit)

    def carried_by(self, user: User) -> CaseQuerySet:
        return self.files.filter(pk__in=self.carried.by_user(user).cases())

    def without_anybody(self) -> CaseQuerySet:
        """Nobody was named, or whoever was works here no more."""
        theirs = self.carried.by_any(user.pk for user in self.colleagues)
        return self.files.under_way().filter(~Exists(theirs.filter(case=OuterRef("pk"))))

    def seen(self, case: Case) -> UUID | None:
        """The last assignment of a file here, for a form to say what its reader saw."""
        return self.carried.filter(case=case).values_list("last", flat=True).first()

    def loads(self) -> dict[UUID, int]:
        """How many open files each colleague carries, counted no further than the cap."""
        files = self.files.filter(pk=OuterRef("case_id"))
        theirs = self.carried.filter(Exists(files), to=OuterRef("pk"))
        few = ArraySubquery(theirs.values("pk")[: counting.CAP + 1])
        counted = Func(few, function="cardinality", output_field=models.IntegerField())
        return dict(colleagues(self.unit).values_list("pk").annotate(n=counted))


def carried() -> CarriedQuerySet:
    from amparo.cases.queues.models import Carried

    return Carried.objects.all()


def carried_by_me(user: User) -> CarriedQuerySet:
    """Of the files that this person may see, those that they carry in a unit where they work."""
    mine = carried().visible_to(standing_of(user)).by_user(user).open()
    return mine.filter(unit__in=units_for(standing_of(user), Act.ASSIGN))


def assigned_at_once(batch: UUID, by: User) -> list[Assignment]:
    """What this person did in one go."""
    from amparo.cases.queues.models import Assignment

    rows = Assignment.objects.filter(batch=batch, by=by)
    rows = rows.select_related("case", "unit", "to", "before__to")
    return list(rows.order_by("case__reference"))


def stands_still(batch: UUID) -> int:
    """How many files stand as this deed left them."""
    return carried().filter(last__batch=batch).count()


def units_that_assign(user: User) -> list[Unit]:
    return list(units().filter(pk__in=units_for(standing_of(user), Act.ASSIGN)))


def desk_on(case: Case, user: User) -> Desk | None:
    """The first of somebody's units that may assign this file."""
    for unit in units_that_assign(user):
        if cases_with_unit(user, unit.pk).filter(pk=case.pk).exists():
            return Desk(user, unit)
    return None


def carriers_of(case: Case) -> list[Carried]:
    """Who carries a file that the reader has come to already, unit by unit."""
    return list(carried().of_cases([case.pk]).order_by("unit__name_en", "pk"))
