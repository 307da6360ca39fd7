import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Compartment(models.TextChoices):
    """What one data key of a case opens: who may read facts may not therefore read names."""

    IDENTITY = "identity", _("identity")
    FACTS = "facts", _("case facts")
    ATTACHMENT = "attached", _("an attachment")


# Every case has one key of each; of the others there is one for each thing.
OF_EVERY_CASE = (Compartment.IDENTITY, Compartment.FACTS)


class DataKey(models.Model):
    """One key of one case, wrapped under an epoch key that the database does not hold.

    `thing_id` names what the key is for, where a compartment has a key for each thing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    compartment = models.CharField(max_length=8, choices=Compartment)
    thing_id = models.UUIDField(null=True)
    epoch = models.CharField(max_length=20)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "compartment"],
                condition=models.Q(thing_id=None),
                name="one_key_each",
            ),
            models.UniqueConstraint(
                fields=["case_id", "compartment", "thing_id"], name="one_key_a_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(compartment__in=OF_EVERY_CASE, thing_id=None)
                | models.Q(compartment=Compartment.ATTACHMENT, thing_id__isnull=False),
                name="a_thing_where_there_is_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
