from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.justice.models.dossier import OfDossier
from amparo.justice.models.proceedings import Proceeding


class Asset(OfDossier):
    """Something of value that is taken for proceeds of the offence (S1 ¶9)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=30)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(value__gt=0), name="worth_something")]


class AssetStep(OfDossier):
    """What became of it: frozen, confiscated, given back, to the person or to the State."""

    class State(models.TextChoices):
        FROZEN = "frozen", _("frozen")
        CONFISCATED = "confiscated", _("confiscated")
        RELEASED = "released", _("released to its owner")
        TO_VICTIM = "to_victim", _("given to the person as compensation")
        TO_STATE = "to_state", _("given to the State")

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=11, choices=State)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asset", "number"], name="one_asset_step_at_a_time")
        ]
