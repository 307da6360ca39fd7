from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.justice.models import OfDossier


class Episode(OfDossier):
    """One form of exploitation over one period: what the elements have to be shown for."""

    class Child(models.TextChoices):
        YES = "yes", _("yes, under 18 throughout")
        NO = "no", _("no, of age")
        UNSURE = "unsure", _("not sure")

    form = models.CharField(max_length=20)
    since = models.DateField()
    until = models.DateField(null=True)
    child = models.CharField(max_length=6, choices=Child)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="an_evidence_episode_ends_after_it_began",
            )
        ]
