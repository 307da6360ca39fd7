import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Compartment(models.TextChoices):
    """What one data key of a case opens: who may read facts may not therefore read names."""

    IDENTITY = "identity", _("identity")
    FACTS = "facts", _("case facts")


class DataKey(models.Model):
    """One key of one case, wrapped under an epoch key that the database does not hold."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    compartment = models.CharField(max_length=8, choices=Compartment)
    epoch = models.CharField(max_length=20)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case_id", "compartment"], name="one_key_each")
        ]

    def __str__(self) -> str:
        return str(self.id)
