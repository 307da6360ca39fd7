from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.models import OfCase
from amparo.events.models.event import Event
from amparo.vault.fields import SealedField


class Threat(Event):
    """Somebody threatens the person, their family, or whoever helps them."""

    against = ArrayField(models.CharField(max_length=20))
    words = SealedField("events_threat.words")


class ThreatAnswer(OfCase):
    """What was done against it."""

    threat = models.OneToOneField(Threat, models.PROTECT, related_name="answer")
    measures = ArrayField(models.CharField(max_length=20))
    note = SealedField("events_threat_answer.note")
