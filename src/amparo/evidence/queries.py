from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

from amparo.access.acting import acting_as
from amparo.access.standing import standing_of
from amparo.access.two_persons.queries import OPEN_FOR, released
from amparo.justice.queries import OfDossierQuerySet
from amparo.methods.custody import broken

if TYPE_CHECKING:
    from amparo.evidence.models import (
        Custody,
        Episode,
        EvidenceExport,
        Finding,
        Item,
        PaymentTable,
        Piece,  # noqa: F401  named in a base class
    )
    from amparo.justice.models import Dossier
    from amparo.people.models import User

EXPORT = "export_evidence"


class PieceQuerySet(OfDossierQuerySet["Piece"]):
    def at(self, item: Item, number: int) -> PieceQuerySet:
        return self.filter(item=item, number=number)


def items_of(dossier: Dossier) -> list[Item]:
    from amparo.evidence.models import Item

    return list(Item.objects.of(dossier).select_related("by").order_by("number"))


def item_of(dossier: Dossier, pk: UUID) -> Item | None:
    from amparo.evidence.models import Item

    return Item.objects.of(dossier).select_related("by").filter(pk=pk).first()


def next_number(dossier: Dossier) -> int:
    """Whoever asks has the dossier locked."""
    from amparo.evidence.models import Item

    return Item.objects.of(dossier).count() + 1


def pieces_stored(dossier: Dossier) -> int:
    from amparo.evidence.models import Piece

    return Piece.objects.of(dossier).count()


def custody_of(item: Item) -> list[Custody]:
    from amparo.evidence.models import Custody

    return list(Custody.objects.filter(item=item).select_related("by").order_by("number"))


def broken_at(item: Item, entries: list[Custody]) -> list[int]:
    """Where the chain of the item's custody does not hold."""
    return broken(item.pk.bytes, [entry.link(item) for entry in entries])


def episodes_of(dossier: Dossier) -> list[Episode]:
    from amparo.evidence.models import Episode

    return list(Episode.objects.of(dossier).order_by("since", "at", "pk"))


def findings_of(dossier: Dossier) -> list[Finding]:
    """The latest of each item on each element of each episode."""
    from amparo.evidence.models import Finding

    latest: dict[tuple[UUID, UUID, str], Finding] = {}
    for row in Finding.objects.of(dossier).select_related("item").in_order():
        latest[(row.item_id, row.episode_id, row.element)] = row
    return list(latest.values())


def payment_tables_of(dossier: Dossier) -> list[PaymentTable]:
    from amparo.evidence.models import PaymentTable

    return list(PaymentTable.objects.of(dossier).select_related("item", "by").in_order())


def payment_table_of(dossier: Dossier, pk: UUID) -> PaymentTable | None:
    return next((row for row in payment_tables_of(dossier) if row.pk == pk), None)


def stored_pieces(item: Item, *, reader: User) -> Iterator[bytes]:
    """One at a time, each in a transaction of its own as `reader`, for both walls to judge anew."""
    from amparo.evidence.models import Piece

    for number in count():
        with acting_as(reader):
            found = Piece.objects.visible_to(standing_of(reader)).at(item, number)
            row = found.values_list("stored", flat=True).first()
        if row is None:
            return
        yield bytes(row)


def export_with(pk: UUID) -> EvidenceExport | None:
    from amparo.evidence.models import EvidenceExport

    return EvidenceExport.objects.select_related("dossier").filter(pk=pk).first()


def agreed_exports(dossier: Dossier, user: User) -> list[tuple[EvidenceExport, datetime]]:
    """What this person may take of the dossier now, and until when; of an erased file nothing."""
    if dossier.erased:
        return []
    agreed = released(user, EXPORT).filter(case_id=dossier.pk).order_by("steps__at", "pk")
    moments = {pk: at + OPEN_FOR for pk, at in agreed.values_list("subject", "steps__at")}
    rows = {pk: export_with(pk) for pk in moments}
    return [(row, until) for pk, until in moments.items() if (row := rows[pk])]


def agreed_export(dossier: Dossier, user: User, pk: UUID) -> EvidenceExport | None:
    return next((row for row, _ in agreed_exports(dossier, user) if row.pk == pk), None)
