"""What the tests of this room do to attachments: add, read, send."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amparo.cases.attachments.actions import EVIDENCE, attach, examined, open_copy
from amparo.cases.attachments.models import Attachment, Chunk
from amparo.cases.models import Case
from amparo.people.models import User
from support.cast import Cast
from support.uploads import SENT

ORIGINAL, CLEANED = Chunk.Copy.ORIGINAL, Chunk.Copy.CLEANED


def added(case: Case, cast: Cast, name: str = "street.jpg", data: bytes = b"") -> Attachment:
    file = examined(name, data or SENT[name])
    return attach(case, file, by=cast.manager_a, description="From the telephone")


def read(row: Attachment, copy: Chunk.Copy, by: User, purpose: str = EVIDENCE) -> bytes:
    return b"".join(open_copy(row, copy, by=by, purpose=purpose))


def send(client: Client, case: Case, name: str, data: bytes, **more: str) -> Any:
    file = SimpleUploadedFile(name, data)
    address = reverse("cases:attach", args=[case.reference])
    return client.post(address, {"file": file, **more}, follow=True)
