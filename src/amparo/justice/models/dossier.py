import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.machine import State
from amparo.cases.pseudonyms import NAMELESS
from amparo.justice.queries import DossierQuerySet, OfDossierQuerySet
from amparo.people.models import User


class Dossier(models.Model):
    """What the police and the prosecutor know a person's file by; its id is the case's.

    Nothing else of the file opens to them. What may be told without opening anything, whether the
    person is identified and treated as a child, is kept here in step with the file.
    """

    id = models.UUIDField(primary_key=True, editable=False, db_column="case_id")
    reference = models.CharField(max_length=20, unique=True)
    pseudonym = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    identification = models.CharField(max_length=20, choices=State, blank=True)
    child = models.BooleanField()
    forms = ArrayField(models.CharField(max_length=20), default=list)

    objects = DossierQuerySet.as_manager()

    def __str__(self) -> str:
        return self.reference

    @property
    def erased(self) -> bool:
        """Its keys are gone: it is looked at, and nothing is added."""
        return self.pseudonym == NAMELESS


class OfDossier(models.Model):
    """A row of a dossier that is written once: who, when, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="%(class)s_set", db_column="case_id"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfDossierQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)

    def in_words(self, text: str) -> str:
        """What whoever opens a sealed text of this row reads."""
        return text
