from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from amparo.commitments.reports.models import Report


class ReportQuerySet(models.QuerySet["Report"]):
    def public(self) -> ReportQuerySet:
        """On the page for everybody, the latest first."""
        return self.exclude(public_since=None).order_by("-as_of", "-public_since")


def reports() -> ReportQuerySet:
    model: type[Report] = apps.get_model("commitments", "Report")
    return model.objects.order_by("-at", "pk")
