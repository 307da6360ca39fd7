import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.audit.queries import EntryQuerySet


class Decision(models.TextChoices):
    ALLOW = "allow", _("allowed")
    DENY = "deny", _("refused")
    GLASS = "glass", _("in an emergency")


class Entry(models.Model):
    """One thing done or read, chained to the one before it in its lane.

    Holds ids and words from fixed lists only: no name, no search term, no text that a person wrote,
    no network address, so that it stays readable without any case's key. `keys` is how many data
    keys were unwrapped under the row; `session` and `request` say which rows belong together, and
    are empty where no browser was involved.
    """

    lane = models.PositiveSmallIntegerField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField()
    action = models.CharField(max_length=60)
    case_id = models.UUIDField(null=True)
    object_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=60, blank=True)
    decision = models.CharField(max_length=5, choices=Decision, default=Decision.ALLOW)
    keys = models.PositiveIntegerField(default=0)
    session = models.UUIDField(null=True)
    request = models.UUIDField(null=True)
    previous = models.BinaryField()
    mac = models.BinaryField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lane", "sequence"], name="audit_no_gap_no_fork")
        ]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["actor", "-at"], name="audit_of_person"),
            models.Index(fields=["case_id", "-at"], name="audit_of_case"),
            models.Index(fields=["action", "-at"], name="audit_of_action"),
            models.Index(
                fields=["decision", "-at"],
                name="audit_unusual",
                condition=~models.Q(decision="allow"),
            ),
            models.Index(
                fields=["object_id"],
                name="audit_numbered",
                condition=models.Q(action="numbered the file"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lane}/{self.sequence}"


class Check(models.Model):
    """What the worker found when it checked the whole log; `beyond`: rows that no head covers."""

    at = models.DateTimeField()
    rows = models.PositiveBigIntegerField()
    lanes = models.PositiveIntegerField()
    faults = models.PositiveIntegerField()
    beyond = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.at.isoformat()


class Receipt(models.Model):
    """The mark that a form sent with this key has been acted upon: sent twice, it acts once."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    actor = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)
