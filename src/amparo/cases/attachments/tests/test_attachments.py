"""A file that is added: sealed at once, cleaned for every day, opened with a purpose."""

import os

import pytest
from django.db import connection
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.cases.attachments.actions import (
    EVIDENCE,
    LABELS,
    attach,
    examined,
    open_copy,
    open_names,
)
from amparo.cases.attachments.models import Attachment, Chunk
from amparo.cases.attachments.queries import attachments_of, stored_chunks
from amparo.cases.attachments.tests.adding import CLEANED, ORIGINAL, added, read
from amparo.cases.models import Case
from amparo.vault.actions import open_sealed
from amparo.vault.chunks import CHUNK
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import Compartment
from support.cast import Cast
from support.uploads import HIDDEN, SENT, picture


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
    monkeypatch.setattr("amparo.cases.attachments.actions.MOST_A_DAY", 2)
    for name in ("a.txt", "b.txt"):
        added(case, cast, name, b"x")
    with pytest.raises(Refused, match=r"c\.txt: you have added 2"):
        added(case, cast, "c.txt", b"x")
