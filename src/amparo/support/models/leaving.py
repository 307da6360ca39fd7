"""The end of support, and who asks afterwards how the person is."""

from django.db import models
from django.db.models import Q

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField

REACHED, NO_MORE = "reached", "no_more"


class SupportExit(OfCase):
    """Why support ends, what was planned for later, and whether the person may be asked then."""

    reason = models.CharField(max_length=20)
    follow_up = models.BooleanField()
    told = models.BooleanField()
    plan = SealedField("support_exit.plan")


class FollowUp(OfCase):
    """One time that somebody asked, or tried to ask, how the person is. `rule`: which of them."""

    rule = models.CharField(max_length=40)
    contact = models.CharField(max_length=20)
    danger = models.CharField(max_length=20, blank=True)
    housing = models.CharField(max_length=20, blank=True)
    work = models.CharField(max_length=20, blank=True)
    schooling = models.CharField(max_length=20, blank=True)
    wants_help = models.BooleanField(default=False)
    note = SealedField("support_follow_up.note")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(contact__in=(REACHED, NO_MORE)) | Q(danger="", wants_help=False),
                name="who_was_not_reached_has_said_nothing",
            )
        ]
