from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.models import OfCase


class Event(OfCase):
    """Something that cuts across the tracks; `effects`: what it set off, by code."""

    effects = ArrayField(models.CharField(max_length=30), default=list)

    class Meta:
        abstract = True
