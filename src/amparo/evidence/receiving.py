"""How an original comes in: sealed and counted piece by piece, never whole in memory nor on a disk.

It is parsed inside the transaction of whoever sends it. Whatever is refused on the way, or after,
takes the pieces that are stored already with it.
"""

import hashlib
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from amparo.access.policy import Act
from amparo.access.standing import require_on_case
from amparo.evidence.models import Item, Piece
from amparo.justice.models import Dossier
from amparo.methods import clock
from amparo.methods.filetypes import HEAD
from amparo.people.models import User
from amparo.vault.actions import Opened, make_key_for
from amparo.vault.models import Compartment

LABEL = "evidence_item.original"


class Original(UploadedFile):  # type: ignore[type-arg]  # not generic when it runs
    """A file that is stored already, and what is to be known of it to write it down."""

    def __init__(self, incoming: "Incoming", name: str, size: int) -> None:
        super().__init__(None, name, "", size)
        self.item, self.opened, self.pieces = incoming.item, incoming.opened, incoming.number
        self.digest, self.head = incoming.hashed.hexdigest(), bytes(incoming.head)
        self.too_large = size > settings.EVIDENCE_MAX


class Incoming:
    """One file on its way, under a key that is made for it."""

    def __init__(self, dossier: Dossier, by: User) -> None:
        require_on_case(by, Act.OPEN_EVIDENCE, dossier.pk)  # who could not open it makes no key
        self.item = Item(pk=uuid4(), dossier=dossier)
        self.opened: Opened = make_key_for(dossier.pk, Compartment.EVIDENCE, self.item, by=by)
        self.by = by
        self.sealing = self.opened.sealing(LABEL, self.item.pk)
        self.hashed, self.head, self.number = hashlib.sha256(), bytearray(), 0

    def take(self, piece: bytes) -> None:
        self.hashed.update(piece)
        self.head += piece[: HEAD - len(self.head)]
        for stored in self.sealing.take(piece):
            self._store(stored)

    def end(self) -> None:
        self._store(self.sealing.end())

    def _store(self, stored: bytes) -> None:
        row = Piece(
            dossier_id=self.item.dossier_id, item_id=self.item.pk, number=self.number,
            stored=stored, at=clock.now(), by=self.by,
        )  # fmt: skip
        row.save(force_insert=True)
        self.number += 1


class Receiving(FileUploadHandler):
    """Django's parser hands each piece on; what is too large is read to its end and dropped."""

    def __init__(self, dossier: Dossier, by: User) -> None:
        super().__init__()
        self.dossier, self.by = dossier, by

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.incoming = Incoming(self.dossier, self.by)
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= settings.EVIDENCE_MAX:
            self.incoming.take(raw_data)

    def file_complete(self, file_size: int) -> Original:
        self.incoming.end()
        return Original(self.incoming, self.file_name or "", file_size)
