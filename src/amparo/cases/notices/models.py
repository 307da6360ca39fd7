import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.clocks.models import Clock
from amparo.cases.notices.queries import NoticeQuerySet
from amparo.people.models import User


class Notice(models.Model):
    """One person told of one clock. It names the clock only: what a clock is of, the wall says."""

    class Kind(models.TextChoices):
        DUE = "due", _("due today")
        LATE = "late", _("late")
        WATCHED = "watched", _("late, and you watch over it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    to = models.ForeignKey(User, models.PROTECT, related_name="notices")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["to", "clock", "kind"], name="told_of_a_clock_once")
        ]
        indexes = [
            models.Index(fields=["to"], condition=models.Q(seen_at=None), name="notices_unseen")
        ]

    def __str__(self) -> str:
        return str(self.id)
