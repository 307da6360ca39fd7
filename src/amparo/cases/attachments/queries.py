from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from django.db.models import Sum

from amparo.access.acting import acting_as
from amparo.access.queries import CaseScoped
from amparo.access.standing import standing_of
from amparo.cases.queries import OfCaseQuerySet
from amparo.vault.chunks import CHUNK

if TYPE_CHECKING:
    from amparo.cases.attachments.models import Attachment, Chunk  # noqa: F401  named in base classes
    from amparo.cases.models import Case
    from amparo.people.models import User


class AttachmentQuerySet(OfCaseQuerySet["Attachment"]):
    def bytes_stored(self) -> int:
        """What the originals take, in whole chunks."""
        return CHUNK * int(self.aggregate(total=Sum("chunks"))["total"] or 0)

    def added_by(self, user: User, since: datetime) -> AttachmentQuerySet:
        return self.filter(by=user, at__gte=since)


class ChunkQuerySet(CaseScoped["Chunk"]):
    def numbered(self, attachment: Attachment, copy: str, number: int) -> ChunkQuerySet:
        return self.filter(attachment=attachment, copy=copy, number=number)


def attachments_of(case: Case) -> AttachmentQuerySet:
    from amparo.cases.attachments.models import Attachment

    return Attachment.objects.of(case).in_order()


def stored_chunks(attachment: Attachment, copy: str, *, reader: User) -> Iterator[bytes]:
    """One at a time, each in a transaction of its own as `reader`, for both walls to judge anew."""
    from amparo.cases.attachments.models import Chunk

    for number in count():
        with acting_as(reader):
            found = Chunk.objects.visible_to(standing_of(reader))
            row = found.numbered(attachment, copy, number).values_list("stored", flat=True).first()
        if row is None:
            return
        yield bytes(row)
