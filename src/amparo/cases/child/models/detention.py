from django.db import models

from amparo.cases.models import OfCase


class Detention(OfCase):
    """A child is held: the last resort, for the shortest time (S4-III ¶3)."""

    place = models.CharField(max_length=20)
    since = models.DateTimeField()


class DetentionEnd(OfCase):
    """The child is held there no more."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="end")
    how = models.CharField(max_length=20)
