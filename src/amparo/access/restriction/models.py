import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.access.restriction.queries import RestrictionQuerySet
from amparo.people.models import User


class Restriction(models.Model):
    """From when the use of a file is restricted, on whose word and why; until it is lifted.

    It stands outside the wall, which reads it: a provider who may not see the file must be held
    by it too. It has ids and words from lists only.
    """

    class Ground(models.TextChoices):
        """GDPR, article 18(1)."""

        CONTESTED = "contested", _("what is written is contested")
        UNLAWFUL = "unlawful", _("the use is unlawful, and the person wants no erasure")
        CLAIM = "claim", _("the person needs it kept for a claim")
        OBJECTION = "objection", _("the person objects, and this is being weighed")
        DANGER = "danger", _("the use puts the person in danger")

    class AskedBy(models.TextChoices):
        PERSON = "person", _("the person")
        GUARDIAN = "guardian", _("the guardian")
        LAWYER = "lawyer", _("the person's lawyer")
        DATA_PROTECTION = "data_protection", _("data protection")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    ground = models.CharField(max_length=20, choices=Ground)
    asked_by = models.CharField(max_length=20, choices=AskedBy)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id"],
                condition=models.Q(lifted_at__isnull=True),
                name="restricted_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
