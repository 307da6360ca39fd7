from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Q

from amparo.access.policy import Standing
from amparo.access.standing import standing_of

if TYPE_CHECKING:
    from amparo.directory.models import Service
    from amparo.people.models import User

ADULT_FROM = 18


class ServiceQuerySet(models.QuerySet["Service"]):
    def active(self) -> ServiceQuerySet:
        return self.filter(active=True)

    def of_kind(self, kind: str) -> ServiceQuerySet:
        return self.filter(kind=kind)

    def of_kinds(self, kinds: set[str]) -> ServiceQuerySet:
        return self.filter(kind__in=kinds)

    def in_region(self, region: str) -> ServiceQuerySet:
        return self.filter(region=region)

    def taking(self, sex: str) -> ServiceQuerySet:
        return self.filter(sexes__contains=[sex])

    def taking_adults(self) -> ServiceQuerySet:
        return self.filter(age_max__gte=ADULT_FROM)

    def taking_children(self) -> ServiceQuerySet:
        return self.filter(age_min__lt=ADULT_FROM)

    def taking_dependants(self) -> ServiceQuerySet:
        return self.filter(dependants=True)

    def with_places(self) -> ServiceQuerySet:
        return self.filter(places_free__gt=0)

    def run_by(self, standing: Standing) -> ServiceQuerySet:
        return self.filter(unit__in=standing.units)

    def with_unit(self) -> ServiceQuerySet:
        return self.select_related("unit__organisation")

    def free_first(self) -> ServiceQuerySet:
        return self.alias(full=Q(places_free=0)).order_by("full", "region", "name_en", "pk")


def services() -> ServiceQuerySet:
    model: type[Service] = apps.get_model("directory", "Service")  # the model names this class
    return model.objects.active().with_unit().order_by("region", "name_en", "pk")


def services_of(user: User) -> ServiceQuerySet:
    """What the user's own units run."""
    return services().run_by(standing_of(user))
