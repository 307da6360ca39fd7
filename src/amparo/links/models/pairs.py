from django.db import models
from django.db.models import F, Q

from amparo.cases.models import Case, OfCase
from amparo.links.queries import PairQuerySet


class Pair(OfCase):
    """What stands between two files; only whoever may see both sees it (both walls)."""

    noted = False

    other = models.ForeignKey(Case, models.PROTECT, related_name="+")

    objects = PairQuerySet.as_manager()  # type: ignore[misc]  # narrower than OfCase's

    class Meta:
        abstract = True

    def beside(self, case: Case) -> Case:
        """The other one of the two."""
        return self.other if self.case_id == case.pk else self.case


TWO_FILES = models.CheckConstraint(
    condition=~Q(case=F("other")), name="%(class)s_is_between_two_files"
)
