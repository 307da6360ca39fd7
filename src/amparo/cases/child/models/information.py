from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase


class Information(OfCase):
    """What a child was told, fitted to their age: in which language, how, by whom."""

    class How(models.TextChoices):
        TALK = "talk", _("in a talk, in plain words")
        PICTURES = "pictures", _("with pictures or a story")
        LEAFLET = "leaflet", _("with a leaflet made for children")
        FILM = "film", _("with a film")

    topics = ArrayField(models.CharField(max_length=20))
    language = models.CharField(max_length=3)
    how = models.CharField(max_length=8, choices=How)
    informer = models.CharField(max_length=30)
    understood = models.BooleanField()
