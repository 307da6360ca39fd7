"""How texts follow each other, and which asks say the same again."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amparo.commitments.following.models import Row
from amparo.commitments.lineage.queries import DescentQuerySet, RestatementQuerySet


class Descent(Row):
    """That a text comes from another one, as a person said."""

    class Kind(models.TextChoices):
        ADOPTED = "adopted", _("adopted from this draft")
        REVISED = "revised", _("a revision of this draft")
        AGAIN = "again", _("the same subject in a later year")

    earlier = models.ForeignKey("commitments.Document", models.CASCADE, related_name="later")
    later = models.ForeignKey("commitments.Document", models.CASCADE, related_name="earlier")
    kind = models.CharField(max_length=8, choices=Kind)

    objects = DescentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_descent_of_two_texts"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="no_text_from_itself"),
        ]


class Restatement(Row):
    """That an ask says again what another asked: proposed by likeness, merged by a person.

    `refused`: a person said that the two are not the same, and it is not proposed again.
    """

    earlier = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="restated_by")
    later = models.ForeignKey("commitments.Ask", models.PROTECT, related_name="restates")
    refused = models.BooleanField(default=False)

    objects = RestatementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_word_on_two_asks"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="no_ask_again_itself"),
        ]
