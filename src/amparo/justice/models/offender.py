from django.db import models

from amparo.justice.models.dossier import OfDossier
from amparo.justice.models.proceedings import Proceeding
from amparo.vault.fields import SealedField


class Offender(OfDossier):
    """Somebody alleged to have exploited the person; who they are is sealed with a key of its own.

    An allegation is no finding: the register speaks of whoever is meant by a pseudonym.
    """

    pseudonym = models.CharField(max_length=20)
    role = models.CharField(max_length=30)
    relation = models.CharField(max_length=30)
    legal_person = models.BooleanField()
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", null=True)
    name = SealedField("justice_offender.name")
    description = SealedField("justice_offender.description")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "pseudonym"], name="one_offender_by_each_pseudonym"
            )
        ]


class SameOffender(OfDossier):
    """An offender of this dossier is taken for one of another; it stands in both dossiers."""

    offender = models.ForeignKey(Offender, models.PROTECT, related_name="taken_for")
    other = models.ForeignKey(Offender, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offender", "other"], name="taken_for_another_once"),
            models.CheckConstraint(
                condition=~models.Q(offender=models.F("other")), name="taken_for_somebody_else"
            ),
        ]
