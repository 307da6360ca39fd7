"""A file of services on its way into the directory, and what it changed, so that it can go back."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from amparo.directory.imports.queries import (
    ImportBatchQuerySet,
    ImportRowQuerySet,
    ServiceSourceQuerySet,
)
from amparo.people.models import User


class State(models.TextChoices):
    """READ: a column is missing. What is WRITING or UNDOING has a worker at it, or waits for it."""

    READ = "read"
    CHECKED = "checked"
    WRITING = "writing"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    FAILED = "failed"


class Deed(models.TextChoices):
    """What a row does to the directory."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    REFUSE = "refuse"


class ImportBatch(models.Model):
    """One file, from a look at it to its undoing. `counts`: rows by deed; `columns`: the mapping,
    and whether somebody has said so.

    `asked`: rows that are perhaps a service of another source; `made`: ids of what it made besides
    services, by kind. `digest`: SHA-256 of the file, which itself is kept nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # The name of a system or an office, asked for as such: never of a person.
    source = models.CharField(max_length=80)
    file_name = models.CharField(max_length=120)
    encoding = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State, default=State.READ)
    headings = ArrayField(models.CharField(max_length=200), default=list)
    columns = models.JSONField(default=dict)
    columns_said = models.BooleanField(default=False)
    sheets = ArrayField(models.CharField(max_length=100), default=list)
    sheet = models.CharField(max_length=100, blank=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    asked = models.PositiveIntegerField(default=0)
    made = models.JSONField(default=dict)
    message = models.CharField(max_length=40, blank=True)
    moved_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = ImportBatchQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)

    @property
    def moves(self) -> bool:
        return self.state in (State.WRITING, State.UNDOING)

    @property
    def has_work(self) -> bool:
        """Whether a row would change anything, or a number be known from now on."""
        return any(self.counts.get(deed) for deed in (Deed.NEW, Deed.UPDATE)) or self.asked > 0


class ImportRow(models.Model):
    """A row of the file: what it says, what it would do, and what stood there before.

    `service` and `alike` are ids; what is removed again leaves them behind. `kept`: the fields that
    an undoing left, because somebody had changed them since.
    """

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=120)
    draft = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    faults = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    deed = models.CharField(max_length=6, choices=Deed, default=Deed.REFUSE)
    service = models.UUIDField(null=True)
    alike = models.UUIDField(null=True)
    answer = models.CharField(max_length=5, blank=True)
    before = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    kept = ArrayField(models.CharField(max_length=20), default=list)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="a_row_once_in_its_batch")
        ]
        indexes = [
            models.Index(
                fields=["batch", "number"], condition=Q(deed="refuse"), name="rows_to_mend"
            ),
            models.Index(fields=["service"], condition=Q(deed="update"), name="rows_that_changed"),
            models.Index(
                fields=["batch", "number"], condition=Q(alike__isnull=False), name="rows_to_decide"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class ServiceSource(models.Model):
    """What a source calls a service: its next file says the same one again."""

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="sources")
    source = models.CharField(max_length=80)
    key = models.CharField(max_length=120)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="+")

    objects = ServiceSourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="one_service_for_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.key}"
