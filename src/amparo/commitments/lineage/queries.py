from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from amparo.commitments.lineage.models import (
        Descent,
        Restatement,
    )


class DescentQuerySet(models.QuerySet["Descent"]):
    pass


class RestatementQuerySet(models.QuerySet["Restatement"]):
    pass


def descents() -> DescentQuerySet:
    model: type[Descent] = apps.get_model("commitments", "Descent")
    return model.objects.order_by("at", "pk")


def restatements() -> RestatementQuerySet:
    model: type[Restatement] = apps.get_model("commitments", "Restatement")
    return model.objects.order_by("at", "pk")
