import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.clocks.models import Clock
from amparo.cases.notices.queries import NoticeQuerySet
from amparo.people.models import User


class Notice(models.Model):
    """One person told of one clock, or of files assigned to them at once.

    It names the clock or the deed only: what they are of, the wall says.
    """

    class Kind(models.TextChoices):
        DUE = "due", _("due today")
        LATE = "late", _("late")
        WATCHED = "watched", _("late, and you watch over it")
        ASSIGNED = "assigned", _("assigned to you")
        AT_ONCE = "at_once", _("it has just happened")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    to = models.ForeignKey(User, models.PROTECT, related_name="notices")
    clock = models.ForeignKey(Clock, models.PROTECT, null=True, related_name="notices")
    batch = models.UUIDField(null=True)
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["to", "clock", "kind"], name="told_of_a_clock_once"),
            models.UniqueConstraint(fields=["to", "batch"], name="told_of_files_once"),
            models.CheckConstraint(
                condition=models.Q(kind="assigned", clock=None, batch__isnull=False)
                | (~models.Q(kind="assigned") & models.Q(clock__isnull=False, batch__isnull=True)),
                name="told_of_a_clock_or_of_files",
            ),
        ]
        indexes = [
            models.Index(fields=["to"], condition=models.Q(seen_at=None), name="notices_unseen")
        ]

    def __str__(self) -> str:
        return str(self.id)
