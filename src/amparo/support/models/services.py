"""What became of a service that accepted the person, and what the person says of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.referrals.models import Offer
from amparo.vault.fields import SealedField


class ServiceStep(OfCase):
    """A service began, was given to its end, or stopped before it."""

    class State(models.TextChoices):
        STARTED = "started", _("it began")
        DELIVERED = "delivered", _("it was given to its end")
        STOPPED = "stopped", _("it stopped before its end")

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="service_steps")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State)
    reason = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="one_service_step_at_a_time"),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(reason=""), name="a_service_stops_for_a_reason"
            ),
        ]


class ServiceFeedback(OfCase):
    """What the person says of a service, asked by somebody else than that service."""

    class Useful(models.TextChoices):
        YES = "yes", _("yes")
        PARTLY = "partly", _("in part")
        NO = "no", _("no")

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="feedback")
    useful = models.CharField(max_length=6, choices=Useful)
    safe = models.BooleanField()
    respected = models.BooleanField()
    words = SealedField("support_feedback.words")
