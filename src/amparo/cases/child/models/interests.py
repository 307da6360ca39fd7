from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField


class BestInterests(OfCase):
    """One decision about a child: the options, what the child said, what weighed most.

    Convention on the Rights of the Child, articles 3 and 12; general comment 14 (2013).
    """

    class Outcome(models.TextChoices):
        FOR = "for", _("it is in the child’s best interests")
        AGAINST = "against", _("it is not in the child’s best interests")
        LATER = "later", _("not to be decided yet")

    subject = models.CharField(max_length=30)
    outcome = models.CharField(max_length=7, choices=Outcome)
    decider = models.CharField(max_length=30)
    guardian_agrees = models.BooleanField()
    heard = models.BooleanField()
    unheard = models.CharField(max_length=30, blank=True)
    options = SealedField("case_best_interests.options")
    words = SealedField("case_best_interests.words")
    reasons = SealedField("case_best_interests.reasons")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(heard=True) | ~Q(unheard=""), name="a_child_is_heard_or_it_says_why_not"
            ),
            models.CheckConstraint(
                condition=~Q(subject="return", outcome="for")
                | Q(decider__in=("guardian", "court")),
                name="a_guardian_or_court_decides_a_return",
            ),
        ]
