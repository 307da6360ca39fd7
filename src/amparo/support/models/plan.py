from django.db import models

from amparo.cases.models import OfCase
from amparo.people.models import Unit
from amparo.vault.fields import SealedField


class SupportPlan(OfCase):
    """The person's yes to the goals that are open then: which version, how, in which language."""

    version = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=20)
    language = models.CharField(max_length=3)
    guardian_agrees = models.BooleanField()
    words = SealedField("support_plan.words")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="one_plan_at_a_time")
        ]


class Goal(OfCase):
    """What the person wants to reach: through which kind of service, by which unit, by when.

    `own`: the responsible unit does it itself; otherwise it takes a referral of its own.
    """

    service = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    own = models.BooleanField()
    until = models.DateField()
    text = SealedField("support_goal.text")


class GoalEnd(OfCase):
    """How a goal ended, as the person sees it."""

    goal = models.OneToOneField(Goal, models.PROTECT, related_name="end")
    how = models.CharField(max_length=20)
