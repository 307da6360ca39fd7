from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from amparo.access.policy import Standing
from amparo.access.standing import standing_of
from amparo.methods import clock

if TYPE_CHECKING:
    from amparo.directory.models import (
        Hold,
        Location,
        Service,
        Whereabouts,
    )
    from amparo.people.models import User

ADULT_FROM = 18


class ServiceQuerySet(models.QuerySet["Service"]):
    def active(self) -> ServiceQuerySet:
        return self.filter(active=True)

    def of_kind(self, kind: str) -> ServiceQuerySet:
        return self.filter(kind=kind)

    def with_ids(self, ids: Iterable[UUID]) -> ServiceQuerySet:
        return self.filter(pk__in=list(ids))

    def in_region(self, region: str) -> ServiceQuerySet:
        return self.filter(region=region)

    def speaking(self, language: str) -> ServiceQuerySet:
        return self.filter(languages__contains=[language])

    def taking(self, sex: str) -> ServiceQuerySet:
        return self.filter(sexes__contains=[sex])

    def usable_by(self, need: str) -> ServiceQuerySet:
        return self.filter(accessibility__contains=[need])

    def taking_adults(self) -> ServiceQuerySet:
        return self.filter(age_max__gte=ADULT_FROM)

    def taking_children(self) -> ServiceQuerySet:
        return self.filter(age_min__lt=ADULT_FROM)

    def taking_dependants(self) -> ServiceQuerySet:
        return self.filter(dependants=True)

    def with_places(self) -> ServiceQuerySet:
        return self.with_held().filter(places_free__gt=F("held_now"))

    def run_by(self, standing: Standing) -> ServiceQuerySet:
        return self.filter(unit__in=standing.units)

    def with_unit(self) -> ServiceQuerySet:
        return self.select_related("unit__organisation")

    def free_first(self) -> ServiceQuerySet:
        rows = self.with_held().alias(full=Q(places_free__lte=F("held_now")))
        return rows.order_by("full", "region", "name_en", "pk")

    def with_held(self) -> ServiceQuerySet:
        """With the number of places that are held now: `Service.places_held`."""
        held = holds().live(clock.now()).filter(service=OuterRef("pk")).order_by()
        counted = held.values("service").annotate(n=Sum("places")).values("n")
        return self.annotate(held_now=Coalesce(Subquery(counted), 0))

    def by_region(self) -> dict[str, tuple[int, int]]:
        """How many there are in each region, and how many of them have a place that is open."""
        open_now = Q(places_free__gt=F("held_now"))
        rows = self.with_held().order_by().values("region")
        counted = rows.annotate(n=Count("pk"), free=Count("pk", filter=open_now))
        return {region: (n, free) for region, n, free in counted.values_list("region", "n", "free")}


class LocationQuerySet(models.QuerySet["Location"]):
    def of(self, service: Service) -> LocationQuerySet:
        return self.filter(service=service).order_by("confidential", "region", "city", "pk")


class WhereaboutsQuerySet(models.QuerySet["Whereabouts"]):
    """Row-level security shows of them what the acting person's units may know."""

    def written(self) -> WhereaboutsQuerySet:
        return self.filter(sealed__isnull=False)


class HoldQuerySet(models.QuerySet["Hold"]):
    def live(self, now: datetime) -> HoldQuerySet:
        """Neither let go nor over: a clock releases it, and nothing has to run for that."""
        return self.filter(ended_at=None, until__gt=now)

    def of(self, holder: UUID) -> HoldQuerySet:
        return self.filter(holder=holder)

    def places(self) -> int:
        """How many places these hold, all together."""
        return int(self.aggregate(n=Sum("places"))["n"] or 0)


def holds() -> HoldQuerySet:
    model: type[Hold] = apps.get_model("directory", "Hold")
    return model.objects.all()


def locations() -> LocationQuerySet:
    model: type[Location] = apps.get_model("directory", "Location")
    return model.objects.all()


def known_whereabouts(service: Service) -> WhereaboutsQuerySet:
    """Of the confidential places of a service, those that the acting person's units may know."""
    model: type[Whereabouts] = apps.get_model("directory", "Whereabouts")
    return model.objects.filter(location__service=service).select_related("location__service")


def held_until(holders: Iterable[UUID]) -> dict[UUID, datetime]:
    """Until when a place is held for each of these, where one is."""
    live = holds().live(clock.now()).filter(holder__in=list(holders))
    return dict(live.values_list("holder", "until"))


def every_service() -> ServiceQuerySet:
    """Those too that are offered no more."""
    model: type[Service] = apps.get_model("directory", "Service")  # the model names this class
    return model.objects.with_unit().with_held().order_by("region", "name_en", "pk")


def services_as_held(held: Mapping[UUID, int]) -> dict[UUID, Service]:
    """The services with these ids, of which somebody has counted already how many places each
    holds: `Service.places_held`."""
    model: type[Service] = apps.get_model("directory", "Service")  # the model names this class
    found = model.objects.with_unit().in_bulk(list(held))
    for pk, service in found.items():
        service.held_beside = held[pk]
    return found


def services() -> ServiceQuerySet:
    return every_service().active()


def services_of(user: User) -> ServiceQuerySet:
    """What the user's own units run."""
    return services().run_by(standing_of(user))
