"""A clock of a file, and each time that it was made longer."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.clocks.queries import ClockQuerySet
from amparo.cases.models import Case, OfCase


class Clock(models.Model):
    """Something due on a case by a moment, started by one status and met by another.

    `holds`: states that may not come before `due_at`, as the pack said when the clock started.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="clocks")
    rule = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    holds = ArrayField(models.CharField(max_length=20), default=list)

    objects = ClockQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["rule", "due_at", "id"],
                condition=models.Q(met_at=None, paused_at=None),
                name="clocks_ticking",
            )
        ]

    def __str__(self) -> str:
        return self.rule


class Extension(OfCase):
    """A clock made longer: by how many of its units, until when, and why."""

    rule = models.CharField(max_length=40)
    amount = models.PositiveSmallIntegerField()
    until = models.DateTimeField()
    reason = models.CharField(max_length=40)
