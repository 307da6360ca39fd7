import uuid

from django.db import models

from amparo.access.policy import Purpose
from amparo.access.queries import GrantQuerySet
from amparo.access.two_persons.models import Proposal, ProposalStep
from amparo.people.models import Unit, User

__all__ = ["Grant", "Proposal", "ProposalStep"]


class Grant(models.Model):
    """A case shared with a unit, for one purpose, from a moment and perhaps until one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="grants")
    purpose = models.CharField(max_length=8, choices=Purpose)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "unit", "purpose"],
                condition=models.Q(until__isnull=True),
                name="shared_once_per_purpose",
            )
        ]
        indexes = [models.Index(fields=["unit", "purpose"])]

    def __str__(self) -> str:
        return str(self.id)
