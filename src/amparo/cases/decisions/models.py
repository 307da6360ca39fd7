from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.machine import FINAL, FIRST
from amparo.cases.models import OfCase, Status
from amparo.vault.fields import SealedField


class Stage(models.TextChoices):
    FIRST = "first", _("first decision")
    FINAL = "final", _("final decision")
    RECONSIDERED = "reconsidered", _("decision taken anew")


class Decision(OfCase):
    """What one officer decides, and why. It counts once it is taken: see DecisionTaken."""

    noted = False

    stage = models.CharField(max_length=12, choices=Stage)
    result = models.CharField(max_length=20)
    reason = models.CharField(max_length=40)
    # Of each form and period: {"form", "standing", "since", "until"}, as findings.Finding.
    findings = models.JSONField(default=list)
    evidence = ArrayField(models.CharField(max_length=30), default=list)
    reasons = SealedField("case_decision.reasons")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="first", result__in=FIRST)
                | Q(stage="final", result__in=FINAL)
                | Q(stage="reconsidered", result__in=(*FIRST, *FINAL)),
                name="a_result_of_its_stage",
            )
        ]

    @property
    def step(self) -> str:
        """The step that it decides, the first or the final one, also when it is taken anew."""
        return Stage.FIRST if self.result in FIRST else Stage.FINAL


class DecisionTaken(OfCase):
    """That a decision counts: with the status it led to, by its author or by a second person."""

    noted = False

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="taken")
    status = models.OneToOneField(Status, models.PROTECT, related_name="+")


class Reconsideration(OfCase):
    """That another decision was asked for: by whom, on which grounds, with what new evidence."""

    status = models.OneToOneField(Status, models.PROTECT, related_name="+")
    asked_by = models.CharField(max_length=30)
    grounds = ArrayField(models.CharField(max_length=30))
    evidence = SealedField("case_reconsideration.evidence")


class NoticeGiven(OfCase):
    """That the person was told of a decision, in which language, how and through whom."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="notices")
    printed = models.CharField(max_length=3)
    language = models.CharField(max_length=3)
    how = models.CharField(max_length=30)
    interpreter = models.CharField(max_length=30)
