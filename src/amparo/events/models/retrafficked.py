from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from amparo.cases.models import OfCase
from amparo.events.models.event import Event
from amparo.vault.fields import SealedField


class Episode(Event):
    """The same person exploited again: from when until when, as far as anybody knows."""

    forms = ArrayField(models.CharField(max_length=20))
    place = models.CharField(max_length=20)
    since = models.DateField()
    since_precision = models.CharField(max_length=10)
    until = models.DateField(null=True)
    until_precision = models.CharField(max_length=10, blank=True)
    note = SealedField("events_episode.note")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None, until_precision="")
                | (Q(until__gte=F("since")) & ~Q(until_precision="")),
                name="an_episode_ends_after_it_began",
            )
        ]


class EpisodeAnswer(OfCase):
    """How protection and identification go on."""

    episode = models.OneToOneField(Episode, models.PROTECT, related_name="answer")
    measures = ArrayField(models.CharField(max_length=20))
    note = SealedField("events_episode_answer.note")
