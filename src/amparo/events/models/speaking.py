from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.models import OfCase
from amparo.events.models.event import Event


class LanguageChange(Event):
    """The languages of the file change: what was said in others is told anew."""

    before = ArrayField(models.CharField(max_length=3))
    languages = ArrayField(models.CharField(max_length=3))
    reason = models.CharField(max_length=20)
    anew = ArrayField(models.CharField(max_length=20), default=list)


class ToldAnew(OfCase):
    """What was to be told anew was told."""

    change = models.OneToOneField(LanguageChange, models.PROTECT, related_name="told")
    language = models.CharField(max_length=3)
    understood = models.BooleanField()
