"""Originals: written down once they are stored, opened with a purpose and an entry of custody."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import Refused, require_on_case
from amparo.audit.actions import record
from amparo.evidence.actions.custody import OPENED, RECEIVED, append
from amparo.evidence.actions.opening import opened_item
from amparo.evidence.models import Custody, Item
from amparo.evidence.queries import custody_of, items_of, next_number, pieces_stored, stored_pieces
from amparo.evidence.receiving import LABEL
from amparo.justice.dossiers.opening import refuse_if_erased
from amparo.justice.dossiers.writing import begin
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.people.country import zone
from amparo.people.models import User
from amparo.vault.actions import Opened, open_things
from amparo.vault.chunks import CHUNK
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment

if TYPE_CHECKING:
    from amparo.evidence.receiving import Original

WORDS = ("name", "description", "place", "finder", "bag", "digest", "size")
CUSTODY_WORDS = ("giver", "receiver", "place", "reason", "bag")


@dataclass(frozen=True)
class Told:
    """What is sealed of an item and of each entry of its custody."""

    item: Item
    words: Mapping[str, str]
    custody: tuple[tuple[Custody, Mapping[str, str]], ...]


@dataclass(frozen=True)
class Found:
    """What is said of an item when it is added; all but source and day is sealed."""

    source: str
    found_on: date
    description: str
    place: str
    finder: str
    bag: str = ""


@action
def add_item(
    dossier: Dossier, *, by: User, file: "Original", kind: str, misnamed: bool, found: Found
) -> Item:
    """Write down an original whose pieces came in with it: its row is the last, and is checked.

    Raises Refused; the caller then drops the pieces.
    """
    dossier = begin(dossier, by=by)
    _refuse_over_limit(dossier)
    row, opened = file.item, file.opened
    row.number, row.kind, row.misnamed = next_number(dossier), kind, misnamed
    row.source, row.found_on, row.pieces_count = found.source, found.found_on, file.pieces
    row.at, row.by = clock.now(), by
    told = {
        "name": file.name or "", "description": found.description, "place": found.place,
        "finder": found.finder, "bag": found.bag, "digest": file.digest, "size": str(file.size),
    }  # fmt: skip
    for field, text in told.items():
        opened.write(row, field, text.strip())
    words = {
        "giver": found.finder, "receiver": str(by), "place": found.place, "bag": found.bag,
    }  # fmt: skip
    append(row, RECEIVED, opened, by=by, when=_moment(found.found_on), words=words)
    row.save(force_insert=True)
    record("added evidence", by=by, case=dossier.pk, thing=row, purpose=found.source)
    return row


def _refuse_over_limit(dossier: Dossier) -> None:
    if pieces_stored(dossier) * CHUNK > settings.EVIDENCE_OF_A_DOSSIER:
        raise Refused(
            _("The originals of one dossier hold at most %(size)s GB together.")
            % {"size": settings.EVIDENCE_OF_A_DOSSIER // 1024**3}
        )


def _moment(day: date) -> datetime:
    """Noon of the day, for the hour is not asked; now, if that is still to come."""
    return min(datetime.combine(day, time(12), zone()), clock.now())


@action
def open_items(dossier: Dossier, *, by: User, purpose: str) -> list[Told]:
    """The words of every item and of its custody, by number. Raises Refused."""
    require_on_case(by, Act.OPEN_EVIDENCE, dossier.pk)
    refuse_if_erased(dossier)
    rows = items_of(dossier)
    if not rows:
        return []
    things = [row.pk for row in rows]
    keys = open_things(dossier.pk, Compartment.EVIDENCE, things, by=by, purpose=purpose)
    return [told_of(row, keys[row.pk]) for row in rows]


@action
def open_item(item: Item, *, by: User, purpose: str) -> Told:
    return told_of(item, opened_item(item, by=by, purpose=purpose))


def told_of(item: Item, opened: Opened) -> Told:
    custody = custody_of(item)
    return Told(
        item,
        {field: opened.read(item, field) for field in WORDS},
        tuple(
            (row, {field: opened.read(row, field) for field in CUSTODY_WORDS}) for row in custody
        ),
    )


@action
def open_original(item: Item, *, by: User, purpose: str) -> Iterator[bytes]:
    """The bytes as they came, as they are read; who took them stands in the item's custody first.

    Raises Refused; CannotOpen on the way, if they are not what was taken in.
    """
    return opened_original(item, OPENED, by=by, purpose=purpose)


def opened_original(item: Item, kind: str, *, by: User, purpose: str) -> Iterator[bytes]:
    begin(item.dossier, by=by)
    opened = opened_item(item, by=by, purpose=purpose)
    append(item, kind, opened, by=by, words={"receiver": str(by), "reason": purpose})
    record("opened an original", by=by, case=item.dossier_id, thing=item, purpose=purpose)
    pieces = opened.open_file(LABEL, item.pk, stored_pieces(item, reader=by))
    return _verified(pieces, opened.read(item, "digest"))


def _verified(pieces: Iterator[bytes], digest: str) -> Iterator[bytes]:
    hashed = hashlib.sha256()
    for piece in pieces:
        hashed.update(piece)
        yield piece
    if hashed.hexdigest() != digest:
        raise CannotOpen("The original is not what was taken in.")
