from django.contrib.postgres.fields import ArrayField
from django.db import models

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Allegation(OfCase):
    """Acts that are held against the person, and that they may have been made to do.

    Palermo recommended principles, 7; CoE Convention, article 26; Directive 2011/36/EU, article 8.
    """

    acts = ArrayField(models.CharField(max_length=30))
    stage = models.CharField(max_length=30)
    office = models.CharField(max_length=30)
    note = SealedField("justice_allegation.note")


class Plea(OfCase):
    """An office was asked not to punish what the person was made to do."""

    allegation = models.ForeignKey(Allegation, models.PROTECT, related_name="pleas")
    office = models.CharField(max_length=30)
    day = models.DateField()


class PleaReply(OfCase):
    """What the office answered; several answers may follow each other."""

    plea = models.ForeignKey(Plea, models.PROTECT, related_name="replies")
    number = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=30)
    day = models.DateField()
    note = SealedField("justice_plea_reply.note")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plea", "number"], name="one_reply_at_a_time")
        ]


class AllegationOutcome(OfCase):
    """How it ended for the person: the last one counts, as an appeal may change it."""

    allegation = models.ForeignKey(Allegation, models.PROTECT, related_name="outcomes")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=30)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["allegation", "number"], name="one_outcome_at_a_time")
        ]
