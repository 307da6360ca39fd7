import uuid

from django.db import models

from amparo.people.models import User


class CalendarKey(models.Model):
    """The address of somebody's calendar: of the secret in it only the digest is kept.

    `kind`: what the calendar shows. The address of one opens no other.
    """

    class Kind(models.TextChoices):
        FILES = "files"
        COMMITMENTS = "commitments"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_keys")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.FILES)
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=models.Q(ended_at=None),
                name="one_calendar_of_a_kind_each",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
