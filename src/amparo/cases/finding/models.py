import uuid

from django.db import models

from amparo.cases.finding.queries import BlindIndexQuerySet
from amparo.cases.models import Case
from amparo.vault.blind import Indexed


class BlindIndex(models.Model):
    """A keyed digest of what is nobody else's, to find that it is known already (vault.blind)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    what = models.CharField(max_length=13, choices=[(each.value, each.value) for each in Indexed])
    digest = models.BinaryField()

    objects = BlindIndexQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["digest"], name="found_by_digest")]

    def __str__(self) -> str:
        return str(self.id)
