"""What the tests of the pages of the evidence do again and again."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amparo.access.acting import acting_as
from amparo.evidence.models import Custody, Item, Piece
from amparo.people.country import today
from amparo.vault.chunks import CHUNK
from amparo.vault.models import DataKey
from support.cast import Cast

MORE = b"%PDF-1.7 " + b"a" * (3 * CHUNK)


def filled(**changes: Any) -> dict[str, Any]:
    """What the form of a new item sends."""
    return {
        "key": uuid4(), "source": "document", "description": "The ledger", "place": "Quay 4",
        "finder": "Inspector Vale", "found_on": today().isoformat(),
        "file": SimpleUploadedFile("ledger.pdf", MORE),
    } | changes  # fmt: skip


def nothing_is_stored(cast: Cast) -> bool:
    with acting_as(cast.investigator):
        rows = sum(model.objects.count() for model in (Item, Piece, Custody))
        return not rows and not DataKey.objects.filter(compartment="evidence").exists()


def page(client: Client, path: str, data: dict[str, Any] | None = None) -> str:
    answer = client.post(path, data) if data is not None else client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()
