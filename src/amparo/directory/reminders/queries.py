from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Max

if TYPE_CHECKING:
    from amparo.directory.reminders.models import Reminder


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def since(self, moment: datetime) -> ReminderQuerySet:
        return self.filter(at__gte=moment)

    def last_of_each(self) -> dict[UUID, datetime]:
        """When each service was reminded last."""
        return dict(self.order_by().values_list("service").annotate(Max("at")))


def reminders() -> ReminderQuerySet:
    model: type[Reminder] = apps.get_model("directory", "Reminder")
    return model.objects.all()
