from django.db import models

from amparo.evidence.models.item import Item
from amparo.justice.models import OfDossier
from amparo.vault.fields import SealedField


class PaymentTable(OfDossier):
    """The payments that were read from an item: all of its good lines, sealed as one text."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="payment_tables")
    payments = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    table = SealedField("evidence_payments.table")
