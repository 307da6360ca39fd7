"""A text on its way in: what the machine read, and what a person made of it."""

import uuid

from django.db import models

from amparo.commitments.loading.queries import CorrectionQuerySet, LoadingQuerySet, PartQuerySet
from amparo.people.models import User


class Loading(models.Model):
    """A text that somebody brought. Nothing of it enters unseen.

    `digest`: SHA-256 of the file, or of the words that were pasted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    file_name = models.CharField(max_length=120, blank=True)
    digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    text = models.TextField()

    objects = LoadingQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)


class State(models.TextChoices):
    WAITING = "waiting"
    ENTERED = "entered"
    LEFT_OUT = "left_out"


class LoadedPart(models.Model):
    """One resolution or decision of a text, to be looked at.

    `scope`: digest of its title as read: what is corrected in it is kept under this, for the next
    time it comes. `head` and `items`: what it is and its paragraphs, as read (heads.py, items.py).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    loading = models.ForeignKey(Loading, models.CASCADE, related_name="parts")
    nth = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=64)
    head = models.JSONField()
    items = models.JSONField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    document = models.ForeignKey(
        "commitments.Document", models.SET_NULL, null=True, related_name="loaded"
    )
    seen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["loading", "nth"], name="one_part_at_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.loading_id}/{self.nth}"


class Correction(models.Model):
    """What a person said of a paragraph that the machine read otherwise; kept for the next time.

    `digest`: of the paragraph as read; empty for the head of the part. `said`: the paragraphs that
    stand in its place, each like an item of a part, or the fields of the head.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scope = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, blank=True)
    said = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "digest"], name="one_correction_each")
        ]

    def __str__(self) -> str:
        return str(self.id)
