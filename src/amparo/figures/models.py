from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amparo.cases.machine import State
from amparo.figures.queries import FactQuerySet


class Age(models.TextChoices):
    """Doubt about age opens the child route, and is counted as what it is: not known."""

    CHILD = "child", _("Child")
    ADULT = "adult", _("Adult")
    UNKNOWN = "unknown", _("Not known")


class Fact(models.Model):
    """What the figures know of one file: nothing that names it or leads back to it.

    The token is a keyed hash, and the key lies outside the database. There is no number in
    order of writing and no moment, only the day of opening and lengths of time.
    """

    token = models.UUIDField(primary_key=True, editable=False)
    year = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    form = models.CharField(max_length=20)
    sex = models.CharField(max_length=1)
    age = models.CharField(max_length=7, choices=Age)
    identification = models.CharField(max_length=20, choices=State, blank=True)
    # The last outcome of the track, which closing the file does not overwrite.
    outcome = models.CharField(max_length=20, choices=State, blank=True)
    referred = models.BooleanField(default=False)
    # Whole minutes, rounded down. To a place: from the first need to the first place accepted.
    minutes_to_place = models.PositiveIntegerField(null=True)
    # From the referral to the bureau's receipt, the first and the final decision.
    minutes_to_receipt = models.PositiveIntegerField(null=True)
    minutes_to_first_decision = models.PositiveIntegerField(null=True)
    minutes_to_final_decision = models.PositiveIntegerField(null=True)
    # Acts held against the person: when that was first written down, whether an office was asked
    # not to punish, and how it ended or that it is open (33/1 ¶6). No year: nothing was.
    alleged_year = models.PositiveSmallIntegerField(null=True)
    asked = models.BooleanField(default=False)
    allegation_outcome = models.CharField(max_length=30, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_on__year=F("year")), name="a_file_counts_in_its_year"
            ),
            models.CheckConstraint(
                condition=Q(alleged_year=None, asked=False, allegation_outcome="")
                | (Q(alleged_year__isnull=False) & ~Q(allegation_outcome="")),
                name="what_is_alleged_has_its_year",
            ),
        ]
        indexes = [models.Index(fields=["year", "form", "sex", "age"], name="figures_cells")]

    def __str__(self) -> str:
        return str(self.token)
