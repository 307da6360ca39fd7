from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.evidence.models.episode import Episode
from amparo.evidence.models.item import Item
from amparo.justice.models import OfDossier
from amparo.vault.fields import SealedField


class Finding(OfDossier):
    """What one item says of one element of an episode; the latest one counts."""

    class Element(models.TextChoices):
        ACT = "act", _("act")
        MEANS = "means", _("means")
        PURPOSE = "purpose", _("purpose")

    class Says(models.TextChoices):
        FOR = "for", _("it supports it")
        AGAINST = "against", _("it speaks against it")
        NOTHING = "nothing", _("it no longer counts here")

    item = models.ForeignKey(Item, models.PROTECT, related_name="findings")
    episode = models.ForeignKey(Episode, models.PROTECT, related_name="findings")
    element = models.CharField(max_length=7, choices=Element)
    says = models.CharField(max_length=7, choices=Says)
    note = SealedField("evidence_finding.note")
