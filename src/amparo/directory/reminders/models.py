import uuid

from django.db import models

from amparo.directory.models import Service
from amparo.directory.reminders.queries import ReminderQuerySet


class Reminder(models.Model):
    """That the people of a service were called to say whether its number of places is still right.

    Once for each time that it has grown too old.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="reminders")
    at = models.DateTimeField()

    objects = ReminderQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["service", "at"])]

    def __str__(self) -> str:
        return str(self.id)
