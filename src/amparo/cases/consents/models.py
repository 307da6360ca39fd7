from django.db import models

from amparo.cases.consents.queries import ConsentQuerySet
from amparo.cases.models import OfCase


class Consent(OfCase):
    """A yes for one purpose: to whom, in which language explained, how and by whom given."""

    noted = False

    purpose = models.CharField(max_length=30)
    recipients = models.CharField(max_length=30)
    language = models.CharField(max_length=3)
    how = models.CharField(max_length=30)
    given_by = models.CharField(max_length=30)
    until = models.DateField(null=True)

    objects = ConsentQuerySet.as_manager()  # type: ignore[misc]  # asks more than the base does


class Withdrawal(OfCase):
    """The end of a consent, at the person's word."""

    consent = models.OneToOneField(Consent, models.PROTECT, related_name="withdrawal")
    how = models.CharField(max_length=30)


class LegalGround(OfCase):
    """What replaces a consent that cannot be asked: a child's best interests, a life in danger."""

    purpose = models.CharField(max_length=30)
    ground = models.CharField(max_length=30)


class GroundEnd(OfCase):
    """The end of a legal ground: what it stood on is over, or the person can be asked again."""

    ground = models.OneToOneField(LegalGround, models.PROTECT, related_name="ending")
