from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import Case, OfCase
from amparo.links.models.pairs import TWO_FILES, Pair
from amparo.links.queries import MergingQuerySet


class Looked(OfCase):
    """Somebody looked whether this person is known already; what came of it is kept nowhere."""


class Distinct(Pair):
    """Somebody who knows says that these two files are about two persons."""

    class Meta:
        constraints = [TWO_FILES]


class Merging(OfCase):
    """A step by which `case` is continued in `other`, or no more. No row of either is touched."""

    class State(models.TextChoices):
        ASKED = "asked", _("proposed to be continued in another file")
        MERGED = "merged", _("continued in another file")
        UNDO_ASKED = "undo_asked", _("proposed to stand by itself again")
        UNDONE = "undone", _("stands by itself again")

    class Ground(models.TextChoices):
        PERSON = "person", _("the person says so")
        PAPER = "paper", _("a document shows it")
        STAFF = "staff", _("somebody who has met the person knows it")

    other = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State)
    ground = models.CharField(max_length=6, choices=Ground, blank=True)

    objects = MergingQuerySet.as_manager()  # type: ignore[misc]  # narrower than OfCase's

    class Meta:
        constraints = [
            TWO_FILES,
            models.UniqueConstraint(fields=["case", "number"], name="one_merging_at_a_time"),
        ]
