import uuid

from django.db import models

from amparo.people.models import User


class CalendarKey(models.Model):
    """The address of somebody's calendar: of the secret in it only the digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_keys")
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ended_at=None), name="one_calendar_each"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
