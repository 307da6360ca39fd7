"""A file that is added: sealed at once, cleaned for every day, opened with a purpose."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.actions.attachments import (
    EVIDENCE,
    LABELS,
    attach,
    examined,
    open_copy,
    open_names,
)
from amparo.cases.models import Attachment, Case, Chunk
from amparo.cases.queries import attachments_of, stored_chunks
from amparo.people.models import User
from amparo.vault.actions import open_sealed
from amparo.vault.chunks import CHUNK
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment
from support.cast import Cast
from support.uploads import HIDDEN, SENT, picture

ClientOf = Callable[[User], Client]
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


@pytest.mark.parametrize("name", SENT)
def test_the_original_comes_back_byte_for_byte(name: str, cast: Cast, case: Case) -> None:
    assert read(added(case, cast, name), ORIGINAL, cast.panel) == SENT[name]


@pytest.mark.parametrize("name", ["street.jpg", "page.png", "page.webp", "letter.pdf"])
def test_the_copy_for_every_day_holds_nothing_hidden(name: str, cast: Cast, case: Case) -> None:
    copy = read(added(case, cast, name), CLEANED, cast.panel, "decision")
    assert copy
    assert [word for word in HIDDEN if word.encode() in copy] == []


def test_a_large_file_goes_and_comes_in_many_chunks(cast: Cast, case: Case) -> None:
    data = os.urandom(5 * CHUNK).hex().encode()
    row = added(case, cast, "long.txt", data)
    assert row.chunks == 10
    assert read(row, ORIGINAL, cast.coordinator) == data


def test_the_original_opens_as_evidence_only(cast: Cast, case: Case) -> None:
    row = added(case, cast)
    with pytest.raises(Refused, match="as evidence only"):
        read(row, ORIGINAL, cast.panel, "decision")
    assert entries().openings().of_case(case.pk).filter(object_id=row.pk).count() == 0


def test_a_file_that_could_not_be_cleaned_is_kept_and_set_apart(cast: Cast, case: Case) -> None:
    moving = picture("PNG", save_all=True, append_images=[])
    assert added(case, cast, "x.png", moving).cleaned == Attachment.Cleaned.YES
    from PIL import Image

    frame = Image.new("RGB", (20, 40), "green")
    row = added(case, cast, "x.png", picture("PNG", save_all=True, append_images=[frame]))
    assert row.cleaned == Attachment.Cleaned.FAILED
    with pytest.raises(Refused, match="no cleaned copy"):
        read(row, CLEANED, cast.panel)
    assert read(row, ORIGINAL, cast.panel)


def test_every_download_and_every_name_opened_is_in_the_log(cast: Cast, case: Case) -> None:
    row, before = added(case, cast), entries().openings().count()
    read(row, CLEANED, cast.panel, "decision")
    open_names(case, by=cast.panel, purpose="decision")
    logged = entries().openings().of_case(case.pk).newest_first()[:2]
    assert entries().openings().count() == before + 2
    assert {(e.actor, e.purpose) for e in logged} == {(cast.panel.pk, "attached: decision")}


def test_names_and_descriptions_open_with_a_purpose(cast: Cast, case: Case) -> None:
    added(case, cast)
    (known,) = open_names(case, by=cast.first_responder, purpose="safety")
    assert (known.name, known.description) == ("street.jpg", "From the telephone")
    assert len(bytes.fromhex(known.digest)) == 32


@pytest.mark.parametrize("who", ["manager_b", "provider", "stranger", "auditor", "administrator"])
def test_who_does_not_work_on_the_file_gets_no_attachment(who: str, cast: Cast, case: Case) -> None:
    row, other = added(case, cast), cast.users[who]
    for do in (
        lambda: read(row, CLEANED, other, "safety"),
        lambda: open_names(case, by=other, purpose="safety"),
        lambda: attach(case, examined("a.txt", b"x"), by=other),
    ):
        with pytest.raises(Refused):
            do()
    with acting_as(other):
        assert not Chunk.objects.exists() and not Attachment.objects.exists()


def test_sharing_that_ends_while_a_download_runs_ends_the_download(cast: Cast, case: Case) -> None:
    row = added(case, cast, "long.txt", b"y" * 4 * CHUNK)
    pieces = open_copy(row, ORIGINAL, by=cast.panel, purpose=EVIDENCE)
    assert next(pieces)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE access_grant SET until = now() WHERE case_id = %s", [case.pk])
    with pytest.raises(CannotOpen):
        list(pieces)


def test_chunks_of_another_attachment_or_of_the_other_copy_do_not_open(
    cast: Cast, case: Case
) -> None:
    one, two = (added(case, cast, "long.txt", letter * 3 * CHUNK) for letter in (b"a", b"b"))
    with acting_as(cast.panel):
        opened = open_sealed(
            case.pk, Compartment.ATTACHMENT, by=cast.panel, purpose=EVIDENCE, thing=one
        )
        own, copy = (
            list(stored_chunks(one, each, reader=cast.panel)) for each in (ORIGINAL, CLEANED)
        )
        other = list(stored_chunks(two, ORIGINAL, reader=cast.panel))
    assert b"".join(opened.open_file(LABELS[ORIGINAL], one.pk, own)) == b"a" * 3 * CHUNK
    for planted in (other, copy, own[:-1], [*own[:2], other[2]], [*own[:2], copy[2]], own[::-1]):
        with pytest.raises(CannotOpen):
            list(opened.open_file(LABELS[ORIGINAL], one.pk, planted))


@pytest.mark.asvs("5.2.4")
def test_a_case_holds_no_more_than_its_share(cast: Cast, case: Case, settings: Settings) -> None:
    settings.ATTACHED_TO_A_CASE = 3 * CHUNK
    added(case, cast, "a.txt", b"a" * 2 * CHUNK)
    with pytest.raises(Refused, match=r"b\.txt: the attachments of one file hold at most"):
        added(case, cast, "b.txt", b"b" * (CHUNK + 1))
    with acting_as(cast.manager_a):
        assert attachments_of(case).count() == 1


@pytest.mark.asvs("5.2.4")
def test_nobody_adds_more_than_a_days_number(
    cast: Cast, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amparo.cases.actions.attachments.MOST_A_DAY", 2)
    for name in ("a.txt", "b.txt"):
        added(case, cast, name, b"x")
    with pytest.raises(Refused, match=r"c\.txt: you have added 2"):
        added(case, cast, "c.txt", b"x")


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


@pytest.mark.asvs("14.2.2")
def test_no_upload_touches_a_disk_in_clear(
    cast: Cast, case: Case, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_file(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("A temporary file was asked for.")

    for maker in ("mkstemp", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, maker, no_file)
    mark = b"Zorvanela " * (4 * 1024 * 1024 // 10)
    with written_files() as paths:
        page = send(client_of(cast.manager_a), case, "long.txt", mark)
    assert "The attachment is sealed" in page.content.decode()
    # A folder opened for writing is a file without a name.
    assert [path for path in paths if Path(path).is_dir() or mark[:10] in contents(path)] == []


def contents(path: str) -> bytes:
    return Path(path).read_bytes() if Path(path).exists() else b""


_writing: list[list[str]] = []


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _writing and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
        _writing[-1].append(str(arguments[0]))


sys.addaudithook(_note)


@contextmanager
def written_files() -> Iterator[list[str]]:
    """Paths of all files that Python opens for writing inside the block."""
    _writing.append([])
    try:
        yield _writing[-1]
    finally:
        _writing.pop()


def test_the_watch_on_files_would_notice(tmp_path: Path) -> None:
    with written_files() as paths:
        (tmp_path / "x").write_bytes(b"Zorvanela ")
        with tempfile.NamedTemporaryFile(dir=tmp_path) as file:
            name = file.name
    assert {str(tmp_path / "x"), name} <= set(paths)
