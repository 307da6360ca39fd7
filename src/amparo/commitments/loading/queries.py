from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from amparo.commitments.loading.models import Correction, LoadedPart, Loading


class LoadingQuerySet(models.QuerySet["Loading"]):
    def with_counts(self) -> LoadingQuerySet:
        """Adds `number`, of its parts, and `waiting`, of those that nobody has looked at."""
        waits = Q(parts__state="waiting")
        return self.annotate(number=Count("parts"), waiting=Count("parts", filter=waits))

    def of_the_file(self, digest: str) -> LoadingQuerySet:
        return self.filter(digest=digest)


class PartQuerySet(models.QuerySet["LoadedPart"]):
    def of(self, loading: Loading) -> PartQuerySet:
        return self.filter(loading=loading)

    def waiting(self) -> PartQuerySet:
        return self.filter(state="waiting")


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def of(self, scope: str) -> dict[str, Any]:
        """What is said, by the digest of what it is said of."""
        return dict(self.filter(scope=scope).values_list("digest", "said"))


def loadings() -> LoadingQuerySet:
    model: type[Loading] = apps.get_model("commitments", "Loading")
    return model.objects.order_by("-at", "pk")


def parts() -> PartQuerySet:
    model: type[LoadedPart] = apps.get_model("commitments", "LoadedPart")
    return model.objects.select_related("loading", "document").order_by("loading", "nth")


def corrections() -> CorrectionQuerySet:
    model: type[Correction] = apps.get_model("commitments", "Correction")
    return model.objects.order_by("at", "pk")
