from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class Guardian(OfCase):
    """A step of a child's guardianship. Who they are is sealed; from where they come is not."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("asked for")
        APPOINTED = "appointed", _("appointed")
        ENDED = "ended", _("ended")

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State)
    office = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=30, blank=True)
    name = SealedField("case_guardian.name")
    contact = SealedField("case_guardian.contact")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_guardian_step_at_a_time")
        ]
