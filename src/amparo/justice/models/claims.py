from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.justice.models.proceedings import Proceeding


class Claim(OfCase):
    """What the person asks for, and of whom (CoE Convention, article 15(3) and (4))."""

    source = models.CharField(max_length=30)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="claims", null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)
    day = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="something_is_claimed")
        ]


class ClaimStep(OfCase):
    """What became of a claim: awarded or refused; and each payment."""

    class State(models.TextChoices):
        AWARDED = "awarded", _("awarded")
        REFUSED = "refused", _("refused")
        PAID = "paid", _("paid")
        GIVEN_UP = "given_up", _("given up by the person")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="one_claim_step_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=("awarded", "paid"), amount__gt=0)
                | Q(state__in=("refused", "given_up"), amount=None),
                name="an_amount_where_money_is_said",
            ),
        ]
