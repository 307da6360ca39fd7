"""A child whom a group recruited: that it did, and two facts that say nothing of each other."""

from django.db import models

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Recruited(OfCase):
    """That a child was recruited, by what kind of group and how. No group is named in clear."""

    group = models.CharField(max_length=20)
    way = models.CharField(max_length=30)
    returned = models.BooleanField()
    note = SealedField("case_recruited.note")


class VictimStanding(OfCase):
    """Whether the child is recognised as a victim of the recruitment (S4-III ¶7, S4-IV ¶3)."""

    standing = models.CharField(max_length=20)
    authority = models.CharField(max_length=30)


class ProceedingsStanding(OfCase):
    """Where proceedings against the child stand: responsibility is another question (S4-III ¶7)."""

    standing = models.CharField(max_length=20)
    authority = models.CharField(max_length=30)
