from django.db import models

from amparo.cases.models import OfCase
from amparo.people.models import Unit
from amparo.vault.fields import SealedField


class HealthNote(OfCase):
    """What a unit notes of somebody's health. Nobody but that unit sees that there is one."""

    noted = False

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    text = SealedField("support_health_note.text")
