from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, models
from django.db.models import Func, Q

from amparo.access.glass import REVIEW_WITHIN
from amparo.methods import clock

if TYPE_CHECKING:
    from amparo.access.glass.models import Alert, Glass  # noqa: F401  named in base classes
    from amparo.people.models import User

NOT_JUSTIFIED = "not_justified"


def database_now() -> Func:
    """The database's clock, which the second wall goes by; moved where ours is moved by `at`."""
    return Func(function="amparo_now", output_field=models.DateTimeField())


class GlassQuerySet(models.QuerySet["Glass"]):
    def by(self, user: User) -> GlassQuerySet:
        return self.filter(by=user)

    def of_case(self, case_id: UUID) -> GlassQuerySet:
        return self.filter(case_id=case_id)

    def live(self) -> GlassQuerySet:
        """By both clocks: whichever ends the hour first, ends it."""
        open_now = self.filter(until__gt=clock.now()).filter(until__gt=database_now())
        return open_now.exclude(review__outcome=NOT_JUSTIFIED)

    def unreviewed(self) -> GlassQuerySet:
        return self.filter(review=None)

    def overdue(self) -> GlassQuerySet:
        """By either clock: an opening that waits too long locks its account."""
        late = Q(at__lte=clock.now() - REVIEW_WITHIN) | Q(at__lte=database_now() - REVIEW_WITHIN)
        return self.unreviewed().filter(late)

    def newest_first(self) -> GlassQuerySet:
        return self.select_related("by", "unit", "review", "reason").order_by("-at", "pk")


class AlertQuerySet(models.QuerySet["Alert"]):
    def to_user(self, user: User) -> AlertQuerySet:
        return self.filter(to=user)


def glasses() -> GlassQuerySet:
    from amparo.access.glass.models import Glass

    return Glass.objects.all()


def told_to(user: User) -> GlassQuerySet:
    """The openings that this person was told of."""
    from amparo.access.glass.models import Alert

    return glasses().filter(pk__in=Alert.objects.to_user(user).values("glass")).newest_first()


def through_glass(
    case_id: UUID, moments: Iterable[tuple[UUID, datetime]]
) -> set[tuple[UUID, datetime]]:
    """Which of these (actor, moment) fell into an hour of that actor's on this case."""
    hours = list(glasses().of_case(case_id).values_list("by", "at", "until"))
    return {
        (actor, moment)
        for actor, moment in moments
        if any(by == actor and at <= moment < until for by, at, until in hours)
    }


def clocks_apart() -> float:
    """Seconds between this process's clock and the database's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT amparo_now()")
        moment: datetime = cursor.fetchone()[0]
    return abs((moment - clock.now()).total_seconds())
