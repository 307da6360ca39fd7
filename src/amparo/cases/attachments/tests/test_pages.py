"""What the pages say of an attachment, and how its bytes go out."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.cases.attachments.actions import EVIDENCE
from amparo.cases.attachments.queries import attachments_of
from amparo.cases.attachments.tests.adding import added, send
from amparo.cases.models import Case
from amparo.people.models import User
from amparo.vault.chunks import CHUNK
from support.cast import Cast
from support.uploads import SENT

ClientOf = Callable[[User], Client]


@pytest.mark.asvs("5.2.1", "5.2.2")
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("ticket.exe", b"MZ", "ticket.exe is of a kind that is not taken"),
        ("street.jpg", b"MZ", "street.jpg is not what its name says"),
        ("empty.pdf", b"", "empty"),
        ("long.txt", b"x" * (CHUNK + 1), "long.txt is larger than 25 MB"),
    ],
)
def test_a_refusal_names_the_file_and_keeps_the_rest_of_the_form(
    name: str, data: bytes, says: str, *, cast: Cast, case: Case, client_of: ClientOf,
    settings: Settings,
) -> None:  # fmt: skip
    settings.UPLOAD_MAX = CHUNK
    page = send(client_of(cast.manager_a), case, name, data, description="From the neighbour")
    told = page.content.decode()
    assert says in told
    assert "From the neighbour" in told
    with acting_as(cast.manager_a):
        assert attachments_of(case).count() == 0


def test_the_page_says_what_became_of_the_file(cast: Cast, case: Case, client_of: ClientOf) -> None:
    client = client_of(cast.manager_a)
    said = {
        "street.jpg": "with a cleaned copy for every day",
        "letter.docx": "This kind has no cleaned copy",
    }
    for name, sentence in said.items():
        page = send(client, case, name, SENT[name]).content.decode()
        assert sentence in page
        assert name not in page


@pytest.mark.asvs("5.4.1", "5.4.2", "5.3.1", "5.3.2", "3.2.1")
def test_a_download_is_a_file_under_a_name_of_ours_in_a_sandbox(
    cast: Cast, case: Case, client_of: ClientOf
) -> None:
    row = added(case, cast, "../../“Zorvanela”\r\nX.jpg", SENT["street.jpg"])
    address = reverse("cases:download", args=[case.reference, row.pk, "cleaned"])
    response = client_of(cast.manager_a).post(address, {"purpose": "safety"})
    name = f"{case.reference}-{row.pk.hex[:8]}.jpg"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "no-store"
    body = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # it streams
    assert body.startswith(b"\xff\xd8")


def test_the_original_is_not_downloaded_for_another_purpose(
    cast: Cast, case: Case, client_of: ClientOf
) -> None:
    row = added(case, cast)
    address = reverse("cases:download", args=[case.reference, row.pk, "original"])
    client = client_of(cast.manager_a)
    page = client.post(address, {"purpose": "safety"}, follow=True).content.decode()
    assert "The original opens as evidence only" in page
    assert "Say what you need it for" in client.post(address, follow=True).content.decode()
    response = client.post(address, {"purpose": EVIDENCE})
    assert b"".join(response.streaming_content) == SENT["street.jpg"]  # type: ignore[attr-defined]  # it streams
    absent = address.replace("original", "thumbnail")
    assert client.post(absent, {"purpose": EVIDENCE}).status_code == 404


def test_the_list_shows_no_name_until_it_is_opened(
    cast: Cast, case: Case, client_of: ClientOf
) -> None:
    added(case, cast)
    client, address = client_of(cast.panel), reverse("cases:attachments", args=[case.reference])
    sealed = client.get(address).content.decode()
    assert "street.jpg" not in sealed and "From the telephone" not in sealed
    assert "up to 64" in sealed
    opened = client.post(address, {"purpose": "decision"}).content.decode()
    assert "street.jpg" in opened and "From the telephone" in opened
    page = client.get(reverse("cases:detail", args=[case.reference])).content.decode()
    assert "1 attachment, sealed" in page
    assert "street.jpg" not in page
