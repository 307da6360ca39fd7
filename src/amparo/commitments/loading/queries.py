from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from amparo.commitments.loading.models import (
        Correction,
        LoadedPart,
        Loading,
    )


class LoadingQuerySet(models.QuerySet["Loading"]):
    pass


class PartQuerySet(models.QuerySet["LoadedPart"]):
    pass


class CorrectionQuerySet(models.QuerySet["Correction"]):
    pass


def loadings() -> LoadingQuerySet:
    model: type[Loading] = apps.get_model("commitments", "Loading")
    return model.objects.order_by("-at", "pk")


def parts() -> PartQuerySet:
    model: type[LoadedPart] = apps.get_model("commitments", "LoadedPart")
    return model.objects.order_by("loading", "nth")


def corrections() -> CorrectionQuerySet:
    model: type[Correction] = apps.get_model("commitments", "Correction")
    return model.objects.order_by("at", "pk")
