from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from amparo.commitments.reports.models import (
        Report,
    )


class ReportQuerySet(models.QuerySet["Report"]):
    pass


def reports() -> ReportQuerySet:
    model: type[Report] = apps.get_model("commitments", "Report")
    return model.objects.order_by("-at", "pk")
