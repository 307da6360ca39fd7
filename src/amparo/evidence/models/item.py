from django.db import models

from amparo.evidence.queries import PieceQuerySet
from amparo.justice.models import OfDossier
from amparo.methods.filetypes import CODES
from amparo.vault.fields import SealedField


class Item(OfDossier):
    """One piece of evidence: the original as it came, sealed under a key of its own.

    `number` is its exhibit number in the dossier. `misnamed`: taken as it was found, under a name
    that says another kind. `pieces_count` is all that shows of the original's size.
    """

    number = models.PositiveIntegerField()
    source = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=[(code, code) for code in CODES])
    misnamed = models.BooleanField()
    pieces_count = models.PositiveIntegerField()
    found_on = models.DateField()
    name = SealedField("evidence_item.name")
    description = SealedField("evidence_item.description")
    place = SealedField("evidence_item.place")
    finder = SealedField("evidence_item.finder")
    bag = SealedField("evidence_item.bag")
    digest = SealedField("evidence_item.digest")
    size = SealedField("evidence_item.size")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_item_a_number")
        ]


class Piece(OfDossier):
    """One sealed piece of an item's original (vault.chunks), stored while the file comes in."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField()
    stored = models.BinaryField()

    objects = PieceQuerySet.as_manager()  # type: ignore[misc]  # asks more than the base does

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="each_piece_once_in_its_place")
        ]
