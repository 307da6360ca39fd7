from datetime import UTC

from django.db import models

from amparo.evidence.models.item import Item
from amparo.justice.models import OfDossier
from amparo.methods.custody import Link
from amparo.vault.fields import Sealed, SealedField

ITEM_FACTS = ("name", "description", "place", "finder", "bag", "digest", "size")


class Custody(OfDossier):
    """Who had an item, from whom, to whom, where and why; each entry bound to the one before.

    `when` is when it happened, `at` when it was written down. The words have the item's own key.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="custody")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    when = models.DateTimeField()
    giver = SealedField("evidence_custody.giver")
    receiver = SealedField("evidence_custody.receiver")
    place = SealedField("evidence_custody.place")
    reason = SealedField("evidence_custody.reason")
    bag = SealedField("evidence_custody.bag")
    previous = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="custody_without_a_fork")
        ]

    def facts(self, item: Item) -> list[bytes | None]:
        """All that the digest covers; the first entry covers what is written of the item too."""
        words = (self.giver, self.receiver, self.place, self.reason, self.bag)
        own = [
            self.pk.bytes, self.by_id.bytes, self.kind.encode(),
            *(each.astimezone(UTC).isoformat().encode() for each in (self.at, self.when)),
            *map(_stored, words),
        ]  # fmt: skip
        return own if self.number else [*own, *_of(item)]

    def link(self, item: Item) -> Link:
        return Link(self.number, self.facts(item), bytes(self.previous), bytes(self.digest))


def _of(item: Item) -> list[bytes | None]:
    plain = f"{item.number} {item.source} {item.kind} {item.misnamed} {item.pieces_count}"
    sealed = [_stored(getattr(item, field)) for field in ITEM_FACTS]
    return [plain.encode(), item.found_on.isoformat().encode(), *sealed]


def _stored(sealed: Sealed | None) -> bytes | None:
    return sealed.stored if sealed else None
