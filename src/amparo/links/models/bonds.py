from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.links.models.pairs import TWO_FILES, Pair


class Link(Pair):
    """Two persons belong together; that says nothing about either to who may not see both."""

    class Kind(models.TextChoices):
        FAMILY = "family", _("family")
        TOGETHER = "together", _("found together")
        OFFENDER = "offender", _("same alleged offender")

    class Relation(models.TextChoices):
        PARENT = "parent", _("parent and child")
        SIBLING = "sibling", _("brothers or sisters")
        SPOUSE = "spouse", _("couple")
        RELATIVE = "relative", _("other relatives")

    kind = models.CharField(max_length=8, choices=Kind)
    relation = models.CharField(max_length=8, choices=Relation, blank=True)

    class Meta:
        constraints = [
            TWO_FILES,
            models.CheckConstraint(
                condition=models.Q(kind="family") | models.Q(relation=""),
                name="only_a_family_has_a_relation",
            ),
        ]


class LinkEnd(Pair):
    """The link was a mistake, or holds no more."""

    link = models.OneToOneField(Link, models.PROTECT, related_name="end")
