import uuid

from django.db import models

from amparo.cases.models import Case, OfCase
from amparo.exchange.queries import BatchQuerySet, SourceKeyQuerySet
from amparo.people.models import Unit, User
from amparo.vault.fields import SealedField


class Batch(models.Model):
    """Files that came together: its id is the key of the form that brought them."""

    id = models.UUIDField(primary_key=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    # The name of a system, asked for as such: never of a person.
    source = models.CharField(max_length=80)
    files = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = BatchQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.id)


class Origin(OfCase):
    """Where a file came from, and what the other system said that no field here holds.

    `kept` begins with what the file is called there. What names the person stands with the identity
    (Person.elsewhere).
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="origins")
    source = models.CharField(max_length=80)
    kept = SealedField("exchange_origin.kept")


class SourceKey(models.Model):
    """A keyed digest of where a file came from: the same one comes once to a unit.

    It is no row that only grows: it goes when the file is erased.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    digest = models.UUIDField()

    objects = SourceKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "digest"], name="comes_once_to_a_unit")
        ]

    def __str__(self) -> str:
        return str(self.id)
