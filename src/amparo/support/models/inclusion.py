from django.db import models

from amparo.cases.models import OfCase


class Inclusion(OfCase):
    """How far the person has come in one area: housing, work, schooling (S1 ¶5)."""

    area = models.CharField(max_length=20)
    standing = models.CharField(max_length=20)
