"""After a return was decided: the way, the arrival, and a year in which somebody asks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from amparo.cases.models import OfCase
from amparo.stay.models.returning import ReturnDecision
from amparo.vault.fields import SealedField


class Travel(OfCase):
    decision = models.OneToOneField(ReturnDecision, models.PROTECT, related_name="travel")
    day = models.DateField()
    company = models.CharField(max_length=20)


class Arrival(OfCase):
    """That the person came there, and who says so in what way."""

    travel = models.OneToOneField(Travel, models.PROTECT, related_name="arrival")
    day = models.DateField()
    confirmer = models.CharField(max_length=20)
    way = models.CharField(max_length=20)


class ReturnVisit(OfCase):
    """Somebody asked how the person is: reached or not, and if so whether they are safe."""

    arrival = models.ForeignKey(Arrival, models.PROTECT, related_name="visits")
    reached = models.BooleanField()
    safe = models.CharField(max_length=10, blank=True)
    needs = ArrayField(models.CharField(max_length=20), default=list)
    note = SealedField("stay_return_visit.note")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(reached=True) & ~Q(safe="")) | Q(reached=False, safe="", needs=[]),
                name="only_who_was_reached_said_so",
            )
        ]


class MonitoringEnd(OfCase):
    """The monitoring is over: after its months, or before for this reason."""

    arrival = models.OneToOneField(Arrival, models.PROTECT, related_name="end")
    reason = models.CharField(max_length=20, blank=True)
