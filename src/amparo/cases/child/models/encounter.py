from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Encounter(OfCase):
    """Somebody is to meet a child: an interview, a move, a step of a return."""

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("an interview")
        MOVE = "move", _("a move")
        RETURN = "return", _("a step of a return")

    kind = models.CharField(max_length=9, choices=Kind)
    office = models.CharField(max_length=30)
    day = models.DateField()


class EncounterEnd(OfCase):
    """How it went: who was there, what the child was due, and what the child said."""

    class Outcome(models.TextChoices):
        HELD = "held", _("it took place")
        CANCELLED = "cancelled", _("it did not take place")

    encounter = models.OneToOneField(Encounter, models.PROTECT, related_name="end")
    outcome = models.CharField(max_length=9, choices=Outcome)
    guardian_present = models.BooleanField()
    absence = models.CharField(max_length=30, blank=True)
    guarantees = ArrayField(models.CharField(max_length=20), default=list)
    words = SealedField("case_encounter_end.words")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="cancelled") | Q(guardian_present=True) | ~Q(absence=""),
                name="no_child_is_met_alone_without_a_reason",
            )
        ]
