from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class FamilyTracing(OfCase):
    """A step of looking for a child's family. Each later step carries the answer it rests on."""

    class State(models.TextChoices):
        RISK = "risk", _("the risk was answered")
        REQUESTED = "requested", _("the family is looked for")
        FOUND = "found", _("the family was found")
        NOT_FOUND = "not_found", _("the family was not found")
        ENDED = "ended", _("the search has ended")

    class Danger(models.TextChoices):
        NONE = "none", _("no: nothing speaks for a danger, and it was looked at")
        SOME = "some", _("yes: the family, or somebody near it, may be a danger")
        UNKNOWN = "unknown", _("nobody knows yet")

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State)
    danger = models.CharField(max_length=7, choices=Danger)
    wished = models.BooleanField()
    note = SealedField("case_family_tracing.note")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_family_step_at_a_time"),
            models.CheckConstraint(
                condition=~Q(state="requested") | Q(danger="none", wished=True),
                name="no_family_is_sought_before_the_risk_answer",
            ),
        ]
