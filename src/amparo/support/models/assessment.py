from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from amparo.cases.models import OfCase
from amparo.vault.fields import SealedField

CAME_WITH = "came_with"
ACUTE = "acute"


class NeedsAssessment(OfCase):
    """What the person needs, and who is in danger: answers beside each other, never a score.

    `needs`: kinds of service, as the referrals name them. `plan_stands`: whether the plan that was
    agreed before still fits.
    """

    needs = ArrayField(models.CharField(max_length=20))
    danger_self = models.CharField(max_length=20)
    danger_family = models.CharField(max_length=20)
    danger_staff = models.CharField(max_length=20)
    measures = ArrayField(models.CharField(max_length=20), default=list)
    language = models.CharField(max_length=3)
    interpreter = models.CharField(max_length=20)
    listeners = ArrayField(models.CharField(max_length=20), default=list)
    plan_stands = models.BooleanField()
    review = models.DateField()
    note = SealedField("support_needs_assessment.note")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(interpreter=CAME_WITH), name="nobody_who_came_along_interprets"
            ),
            models.CheckConstraint(
                condition=~(
                    Q(danger_self=ACUTE) | Q(danger_family=ACUTE) | Q(danger_staff=ACUTE)
                )
                | Q(measures__len__gt=0),
                name="no_danger_is_noted_and_left",
            ),
        ]  # fmt: skip

    @property
    def dangers(self) -> tuple[str, str, str]:
        return self.danger_self, self.danger_family, self.danger_staff
