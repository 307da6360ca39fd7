from django.db import models
from django.db.models import Q

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField

NO_WAY = "none"


class SafeContact(OfCase):
    """How the person may be reached without danger. The newest counts; without any, nobody tries.

    The number or address itself is sealed; how and when it is safe is not, so that nobody has to
    open anything to know that they must not call.
    """

    channel = models.CharField(max_length=20)
    when = models.CharField(max_length=20, blank=True)
    answers = models.CharField(max_length=20, blank=True)
    message = models.BooleanField()
    value = SealedField("support_safe_contact.value")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel=NO_WAY, message=False) | (~Q(channel=NO_WAY) & ~Q(answers="")),
                name="a_safe_contact_says_who_answers",
            ),
            models.CheckConstraint(
                condition=~Q(answers="unaware", message=True),
                name="no_message_where_somebody_must_know_nothing",
            ),
        ]
