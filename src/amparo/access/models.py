import uuid

from django.db import models
from django.db.models import Q

from amparo.access.glass.models import Alert, Glass, GlassReason, GlassReview
from amparo.access.log_exports.models import LogExport
from amparo.access.policy import Purpose, Recipient
from amparo.access.queries import BasisQuerySet, FreezeQuerySet, GrantQuerySet
from amparo.access.restriction.models import Restriction
from amparo.access.two_persons.models import Proposal, ProposalStep
from amparo.people.models import Unit, User

__all__ = [
    "Alert",
    "Basis",
    "Freeze",
    "Glass",
    "GlassReason",
    "GlassReview",
    "Grant",
    "LogExport",
    "Proposal",
    "ProposalStep",
    "Restriction",
    "Thaw",
]


CONSENTED = (Recipient.BUREAU, Recipient.SERVICES, Recipient.JUSTICE)


class Grant(models.Model):
    """A case shared with a unit, for one purpose, from a moment and perhaps until one.

    `under` is the consent purpose it hangs on, "" for the unit's own record; it counts only while
    a consent or ground for that purpose towards `recipient` is live.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="grants")
    purpose = models.CharField(max_length=8, choices=Purpose)
    under = models.CharField(max_length=30, blank=True)
    recipient = models.CharField(max_length=8, choices=Recipient, default=Recipient.OWN)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "unit", "purpose", "under", "recipient"],
                condition=Q(until__isnull=True),
                name="shared_once_per_basis",
            ),
            models.CheckConstraint(
                condition=Q(under="", recipient=Recipient.OWN)
                | (
                    ~Q(under="")
                    & Q(recipient__in=(Recipient.BUREAU, Recipient.SERVICES, Recipient.JUSTICE))
                ),
                name="shared_under_a_basis_or_own",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "purpose"]),
            models.Index(fields=["case_id", "purpose"], name="grants_of_case"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Basis(models.Model):
    """What a case may be shared under: one row per consent that counts, one per legal ground.

    Only triggers write it (cases/migrations), so that it says what those rows say whoever wrote
    them. It has the id of its consent or ground, and words from lists only: the wall reads it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    case_id = models.UUIDField()
    purpose = models.CharField(max_length=30)
    recipients = models.CharField(max_length=30)
    since = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = BasisQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["case_id", "purpose"], name="basis_of_case")]

    def __str__(self) -> str:
        return str(self.id)


class Freeze(models.Model):
    """An account without any right, its credentials reset, until a second person confirms it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="freezes")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = FreezeQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)


class Thaw(models.Model):
    """The end of a freeze, by the second person."""

    freeze = models.OneToOneField(Freeze, models.PROTECT, related_name="thaw")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.freeze_id)
