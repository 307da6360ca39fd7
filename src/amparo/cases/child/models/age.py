from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import AgeStatus, OfCase
from amparo.vault.fields import SealedField

MEDICAL = "medical"


class AgeDecision(OfCase):
    """What an authority decided on the age: how, with whose consent, explained in what language.

    The only way to change a file's age; the database holds the two together.
    """

    result = models.CharField(max_length=8, choices=AgeStatus)
    authority = models.CharField(max_length=30)
    methods = ArrayField(models.CharField(max_length=20))
    person_consented = models.BooleanField()
    guardian_consented = models.BooleanField()
    benefit_of_doubt = models.BooleanField()
    language = models.CharField(max_length=3)
    appeal = models.OneToOneField("AgeAppeal", models.PROTECT, null=True, related_name="outcome")
    note = SealedField("case_age_decision.note")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(result=AgeStatus.ADULT, benefit_of_doubt=True),
                name="doubt_makes_no_adult",
            ),
            models.CheckConstraint(
                condition=~Q(methods__contains=[MEDICAL])
                | Q(person_consented=True, guardian_consented=True),
                name="no_body_is_examined_without_consent",
            ),
        ]


class AgeAppeal(OfCase):
    """Somebody contests an age decision: until it is decided, an adult is a child again."""

    class Lodged(models.TextChoices):
        PERSON = "person", _("the person")
        GUARDIAN = "guardian", _("the guardian")
        LAWYER = "lawyer", _("the lawyer")
        OFFICE = "office", _("an office or service")

    decision = models.OneToOneField(AgeDecision, models.PROTECT, related_name="contested")
    lodged_by = models.CharField(max_length=8, choices=Lodged)
    note = SealedField("case_age_appeal.note")
