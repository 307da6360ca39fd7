from django.db import models

from amparo.cases.models import OfCase
from amparo.events.models.event import Event
from amparo.vault.fields import SealedField


class Missing(Event):
    """Nobody knows where the person is (CoE Convention, article 33)."""

    police = models.CharField(max_length=20)
    last_seen = SealedField("events_missing.last_seen")


class Found(OfCase):
    """The person is there again, or is looked for no more."""

    missing = models.OneToOneField(Missing, models.PROTECT, related_name="found")
    how = models.CharField(max_length=20)
    note = SealedField("events_found.note")
