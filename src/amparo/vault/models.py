import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.vault.certificate import Signed, as_file
from amparo.vault.queries import (
    CertificateQuerySet,
    DataKeyQuerySet,
    EpochQuerySet,
    KeyChangeQuerySet,
)


class Compartment(models.TextChoices):
    """What one data key of a case opens: who may read facts may not therefore read names."""

    IDENTITY = "identity", _("identity")
    FACTS = "facts", _("case facts")
    ATTACHMENT = "attached", _("an attachment")
    EVIDENCE = "evidence", _("evidence")
    CLINICAL = "clinical", _("clinical notes of one unit")
    PLACE = "place", _("where a confidential place is")


# Every case has one key of each; of the others there is one for each thing.
OF_EVERY_CASE = (Compartment.IDENTITY, Compartment.FACTS)
OF_A_THING = (
    Compartment.ATTACHMENT, Compartment.EVIDENCE, Compartment.CLINICAL, Compartment.PLACE,
)  # fmt: skip


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

    objects = DataKeyQuerySet.as_manager()

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
                | models.Q(compartment__in=OF_A_THING, thing_id__isnull=False),
                name="a_thing_where_there_is_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def context(self) -> bytes:
        """What the wrapped key is bound to: moved to another case or purpose it does not open."""
        thing = self.thing_id.bytes if self.thing_id else b""
        return self.id.bytes + self.case_id.bytes + self.compartment.encode() + thing


class Epoch(models.Model):
    """What is known of an epoch key: since when it wraps, and until when it mattered."""

    name = models.CharField(max_length=20, primary_key=True)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)  # the last live data key left it
    destroyed_at = models.DateTimeField(null=True)

    objects = EpochQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class Certificate(models.Model):
    """That a case was erased: which keys are gone, and from when no backup opens them either.

    `statement` is the text that was signed; the other columns repeat it for questions.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(unique=True)
    at = models.DateTimeField()
    by = models.UUIDField()
    reason = models.CharField(max_length=40)
    final_on = models.DateField()
    statement = models.TextField()
    signature = models.BinaryField()
    signer = models.BinaryField()

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reason__regex="^[a-z_]+$"), name="erased_for_a_code"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def as_file(self) -> bytes:
        """The certificate as it is handed over, to be checked without this database."""
        return as_file(Signed(self.statement, bytes(self.signature), bytes(self.signer)))


class KeyChange(models.Model):
    """An order of two persons to change the epoch key before its month ends: somebody may have it.

    The web process writes the order; whoever owns the tables carries it out (`./run rotate_keys`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ordered_at = models.DateTimeField()
    by = models.UUIDField()
    done_at = models.DateTimeField(null=True)

    objects = KeyChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)
