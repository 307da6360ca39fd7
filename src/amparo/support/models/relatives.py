from django.db import models

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Relative(OfCase):
    """Somebody near the person: a dependant, or family at risk. Who they are is sealed."""

    relation = models.CharField(max_length=20)
    place = models.CharField(max_length=20)
    depends = models.BooleanField()
    danger = models.CharField(max_length=20)
    measure = models.CharField(max_length=20)
    name = SealedField("support_relative.name")
    contact = SealedField("support_relative.contact")


class RelativeUpdate(OfCase):
    """How it stands now with somebody near the person."""

    relative = models.ForeignKey(Relative, models.PROTECT, related_name="updates")
    danger = models.CharField(max_length=20)
    measure = models.CharField(max_length=20)
