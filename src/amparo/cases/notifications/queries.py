from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count

if TYPE_CHECKING:
    from amparo.cases.notifications.models import Notification  # noqa: F401  named in base classes

if TYPE_CHECKING:
    pass

Line = tuple[int, str, str, str, str, int]


class NotificationQuerySet(models.QuerySet["Notification"]):
    def by_year(self) -> dict[int, int]:
        rows = self.order_by("-year").values_list("year").annotate(Count("pk"))
        return dict(rows)

    def lines(self) -> list[Line]:
        """Year, form, sex, region, reason and how many, the newest year first."""
        rows = self.values_list("year", "form", "sex", "region", "reason").annotate(Count("pk"))
        return list(rows.order_by("-year", "form", "sex", "region", "reason"))


def notifications() -> NotificationQuerySet:
    from amparo.cases.notifications.models import Notification

    return Notification.objects.all()
