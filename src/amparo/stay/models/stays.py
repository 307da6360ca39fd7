from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase


class Stay(OfCase):
    """A right to stay, from one day to another (CoE Convention, articles 13 and 14)."""

    class Kind(models.TextChoices):
        REFLECTION = "reflection", _("stay for reflection")
        PERMIT = "permit", _("residence permit")

    kind = models.CharField(max_length=10, choices=Kind)
    ground = models.CharField(max_length=20, blank=True)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="a_stay_has_an_end"),
            models.CheckConstraint(
                condition=Q(kind="reflection", ground="") | (Q(kind="permit") & ~Q(ground="")),
                name="a_permit_has_a_ground",
            ),
        ]


class StayStep(OfCase):
    """What became of a stay before its last day."""

    class What(models.TextChoices):
        RENEWAL = "renewal", _("a renewal was asked for")
        REFUSED = "refused", _("the renewal was refused")
        ENDED = "ended", _("the stay ended early")

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="steps")
    what = models.CharField(max_length=8, choices=What)
