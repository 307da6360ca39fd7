"""The pages of an import, as a browser gets them."""

from collections.abc import Callable
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amparo.directory.imports.queries import batches
from amparo.directory.imports.tests.files import row, sheet
from amparo.directory.queries import services
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
OVERVIEW = "/services/import/"


def post(client: Client, address: str, **data: object) -> str:
    answer = client.post(address, {"key": uuid4(), **data}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_list_is_sent_looked_at_and_brought_in(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.coordinator)
    file = SimpleUploadedFile("list.csv", sheet([row(), row(id="8", kind="zoo")]).encode())
    html = post(client, OVERVIEW, source="Office", file=file)
    assert "1 new, 1 refused" in html
    assert "Write a code or a name that the list here has." in html
    batch = batches()[0]
    assert "It has begun" in post(client, step(batch.pk, "start"))
    assert "0 of 2 rows" in get(client, reverse("directory:import_batch", args=[batch.pk]))
    assert "1 new, 1 refused" in post(client, step(batch.pk, "now"))
    assert services().count() == 1
    back = reverse("directory:import_undo", args=[batch.pk])
    assert "Take all of it back?" in get(client, back)
    post(client, back)
    assert "taken back" in post(client, step(batch.pk, "now"))
    assert not services().exists()


def step(batch: object, name: str) -> str:
    return reverse("directory:import_step", args=[batch, name])
