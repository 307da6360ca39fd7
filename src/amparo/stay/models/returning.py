"""From a person's wish to return until it is decided: each row hangs on that wish."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class ReturnWish(OfCase):
    """A person's own wish, after what they were told, in which language."""

    topics = ArrayField(models.CharField(max_length=20))
    language = models.CharField(max_length=3)
    destination = SealedField("stay_return_wish.destination")
    words = SealedField("stay_return_wish.words")


class WishEnd(OfCase):
    """The wish stands no more: the person changed their mind, or it would not be safe."""

    wish = models.OneToOneField(ReturnWish, models.PROTECT, related_name="end")
    reason = models.CharField(max_length=20)


class ReturnRisk(OfCase):
    """What awaits the person in one of the two places, question by question; never a sum."""

    class Place(models.TextChoices):
        HERE = "here", _("here, if the person stays")
        THERE = "there", _("there, if the person returns")

    wish = models.ForeignKey(ReturnWish, models.PROTECT, related_name="risks")
    place = models.CharField(max_length=5, choices=Place)
    protection = models.CharField(max_length=10)
    reach = models.CharField(max_length=10)
    kin = models.CharField(max_length=10)
    living = models.CharField(max_length=10)
    health = models.CharField(max_length=10)
    note = SealedField("stay_return_risk.note")


class AssessedAnew(OfCase):
    """Something happened that no assessment before it could know of."""

    wish = models.ForeignKey(ReturnWish, models.PROTECT, related_name="anew")
    why = models.CharField(max_length=20)


class ReturnDecision(OfCase):
    """The person, told what was found, wishes it still: the return is prepared."""

    wish = models.OneToOneField(ReturnWish, models.PROTECT, related_name="decision")
    language = models.CharField(max_length=3)
    plan = SealedField("stay_return_decision.plan")
