"""Erased: every key gone, the copies gone with it, the proof signed, and the log still whole."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from amparo.audit.queries import entries
from amparo.audit.verify import faults_of_the_log
from amparo.methods import clock
from amparo.vault import erasure, tombstones
from amparo.vault.actions import make_keys, open_sealed
from amparo.vault.certificate import NotGenuine, final_on, own_signer, verify
from amparo.vault.cipher import CannotOpen
from amparo.vault.erasure import CannotErase, Erased, erase
from amparo.vault.models import OF_EVERY_CASE, Certificate, Compartment, DataKey
from support.cast import Cast
from support.sealed import KEYS, KEYS_APART, fully_written, keep_apart, seeing

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.people.models import User

MOMENT = datetime(2026, 11, 25, 23, 0, tzinfo=UTC)


@pytest.fixture
def case(cast: Cast) -> "Case":
    return fully_written(cast)


@pytest.fixture
def removed() -> Iterator[list[UUID]]:
    told: list[UUID] = []
    erasure.subscribe(told.append)
    yield told
    erasure._removers.pop()


def erased(cast: Cast, case: "Case", reason: str = "retention_over") -> Certificate:
    with seeing(cast.coordinator):
        return erase(case.pk, by=cast.coordinator, reason=reason)


def key_ids(case: "Case", reader: "User") -> list[UUID]:
    with seeing(reader):
        return list(DataKey.objects.filter(case_id=case.pk).values_list("pk", flat=True))


def keys_of(case: "Case", cast: Cast) -> int:
    return len(key_ids(case, cast.coordinator))


@pytest.mark.asvs("14.2.7")
def test_no_key_of_an_erased_case_is_left_and_those_of_others_are(cast: Cast, case: "Case") -> None:
    other = fully_written(cast)
    erased(cast, case)
    assert (keys_of(case, cast), keys_of(other, cast)) == (0, KEYS)


def test_opening_an_erased_case_says_that_and_when_it_was_erased(cast: Cast, case: "Case") -> None:
    with clock.at(MOMENT):
        erased(cast, case)
    for compartment in OF_EVERY_CASE:
        for reader in (cast.coordinator, cast.manager_a):
            with seeing(reader), pytest.raises(Erased, match="erased on 2026-11-25"):
                open_sealed(case.pk, compartment, by=reader, purpose="safety")


def test_who_could_not_see_the_file_does_not_learn_that_it_was_erased(
    cast: Cast, case: "Case"
) -> None:
    erased(cast, case)
    for outsider in (cast.stranger, cast.manager_b, cast.statistician, cast.administrator):
        with seeing(outsider):
            assert not Certificate.objects.exists()
            with pytest.raises(CannotOpen, match="not for you"):
                open_sealed(case.pk, Compartment.FACTS, by=outsider, purpose="safety")


def test_data_protection_sees_the_certificate_of_a_file_it_cannot_see(
    cast: Cast, case: "Case"
) -> None:
    certificate = erased(cast, case)
    with seeing(cast.auditor):
        assert list(Certificate.objects.all()) == [certificate]
        assert not DataKey.objects.exists()


def test_keys_that_row_security_hides_from_whoever_erases_are_destroyed_too(
    cast: Cast, case: "Case"
) -> None:
    keep_apart(case, cast)
    with seeing(cast.auditor):
        assert not DataKey.objects.exists()
        certificate = erase(case.pk, by=cast.auditor, reason="asked_by_person")
    named = {each["compartment"] for each in json.loads(certificate.statement)["keys"]}
    assert keys_of(case, cast) == 0
    assert named == set(Compartment) - {Compartment.PLACE}, "where a house is, is of no case"


def test_the_rooms_remove_their_copies_in_the_same_transaction(
    removed: list[UUID], cast: Cast, case: "Case"
) -> None:
    erased(cast, case)
    assert removed == [case.pk]


def test_where_a_copy_cannot_be_removed_nothing_is_erased(cast: Cast, case: "Case") -> None:
    def fail(_: UUID) -> None:
        raise OSError("the index is not there")

    before = entries().count()
    erasure.subscribe(fail)
    with pytest.raises(OSError, match="index"):
        erased(cast, case)
    erasure._removers.remove(fail)
    assert (keys_of(case, cast), entries().count()) == (KEYS, before)
    with seeing(cast.coordinator):
        assert not Certificate.objects.exists()


def test_an_erasure_is_one_row_of_the_log_and_the_chain_still_holds(
    cast: Cast, case: "Case"
) -> None:
    certificate = erased(cast, case)
    row = entries().newest_first()[0]
    assert (row.action, row.actor, row.case_id, row.object_id, row.purpose) == (
        "erased", cast.coordinator.pk, case.pk, certificate.pk, "retention_over",
    )  # fmt: skip
    assert faults_of_the_log() == []


def test_erasing_again_gives_the_same_certificate_and_does_nothing(
    removed: list[UUID], cast: Cast, case: "Case"
) -> None:
    first, before = erased(cast, case), entries().count()
    assert erased(cast, case, reason="asked_by_person") == first
    assert (removed, entries().count()) == ([case.pk], before)


@pytest.mark.parametrize("reason", ["", "She asked for it.", "Retention", "x" * 41])
def test_a_reason_is_a_code_and_never_a_sentence(reason: str, cast: Cast, case: "Case") -> None:
    with pytest.raises(CannotErase, match=r"^The reason of an erasure is a code, such as"):
        erased(cast, case, reason=reason)
    assert keys_of(case, cast) == KEYS


def test_what_has_no_key_cannot_be_erased(cast: Cast) -> None:
    with (
        seeing(cast.coordinator),
        pytest.raises(CannotErase, match=r"^There is no such file, or it never had a key"),
    ):
        erase(uuid4(), by=cast.coordinator, reason="retention_over")
    assert not entries().filter(action="erased").exists()


def test_an_erased_case_gets_no_key_again(cast: Cast, case: "Case") -> None:
    other = fully_written(cast)
    erased(cast, case)
    with seeing(cast.coordinator):
        with pytest.raises(ProgrammingError, match="was erased"), transaction.atomic():
            make_keys(case.pk, by=cast.coordinator)
        with pytest.raises(ProgrammingError, match="was erased"), transaction.atomic():
            DataKey.objects.filter(case_id=other.pk).update(case_id=case.pk)
    assert keys_of(case, cast) == 0


@pytest.mark.parametrize(
    "verb", ["UPDATE vault_certificate SET reason = 'other'", "DELETE FROM vault_certificate"]
)
def test_a_certificate_is_never_changed(verb: str, cast: Cast, case: "Case") -> None:
    erased(cast, case)
    with (
        seeing(cast.coordinator),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(verb)


def test_a_certificate_names_what_is_gone_and_from_when_no_backup_opens_it(
    settings: Settings, cast: Cast, case: "Case"
) -> None:
    settings.BACKUP_DAYS = 30
    ids = {
        str(key)
        for reader in (cast.coordinator, cast.investigator)
        for key in key_ids(case, reader)
    }
    assert len(ids) == KEYS + KEYS_APART
    with clock.at(MOMENT):
        facts = verify(erased(cast, case).as_file(), signer=own_signer())
    assert {each["id"] for each in facts["keys"]} == ids
    assert (facts["case"], facts["by"], facts["reason"], facts["final_on"]) == (
        str(case.pk), str(cast.coordinator.pk), "retention_over", "2026-12-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "days", "final"),
    [
        (datetime(2026, 11, 1, tzinfo=UTC), 30, date(2026, 12, 31)),
        (datetime(2026, 11, 30, 23, 59, tzinfo=UTC), 30, date(2026, 12, 31)),
        (datetime(2026, 12, 31, tzinfo=UTC), 1, date(2027, 1, 2)),
        (datetime(2027, 1, 31, tzinfo=UTC), 7, date(2027, 2, 8)),
    ],
)
def test_the_last_day_is_that_of_the_next_month_and_the_backups_kept(
    day: datetime, days: int, final: date, settings: Settings
) -> None:
    settings.BACKUP_DAYS = days
    assert final_on(day) == final


def test_every_changed_byte_of_a_certificate_is_found(cast: Cast, case: "Case") -> None:
    file, genuine = erased(cast, case).as_file(), own_signer()
    told = verify(file, signer=genuine)
    for position in range(len(file)):
        changed = bytearray(file)
        changed[position] ^= 1
        try:
            assert (
                verify(bytes(changed), signer=genuine) == told
            )  # white space, or the signer's name
        except NotGenuine:
            continue


def test_a_certificate_signed_by_somebody_else_is_not_genuine(cast: Cast, case: "Case") -> None:
    stranger = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(NotGenuine, match="another installation"):
        verify(erased(cast, case).as_file(), signer=stranger)


@pytest.mark.parametrize("file", [b"", b"{}", b"[]", b"null", b"\xff", b'{"statement": 1}'])
def test_another_file_is_no_certificate(file: bytes, settings: Settings, tmp_path: Path) -> None:
    settings.KEYS = tmp_path / "keys"
    with pytest.raises(NotGenuine):
        verify(file, signer=own_signer())


def test_the_command_tells_what_a_certificate_says(
    tmp_path: Path, cast: Cast, case: "Case"
) -> None:
    file, said = tmp_path / "certificate.json", StringIO()
    file.write_bytes(erased(cast, case).as_file())
    call_command("verify_certificate", str(file), stdout=said)
    call_command("verify_certificate", str(file), "--signer", own_signer().hex(), stdout=said)
    assert said.getvalue().count(f"file          {case.pk}") == 2
    assert said.getvalue().count(f"{KEYS + KEYS_APART} destroyed") == 2
    file.write_text(file.read_text().replace("retention_over", "retention_ever"))
    with pytest.raises(CommandError, match="was changed"):
        call_command("verify_certificate", str(file), stdout=said)


def test_the_certificate_says_of_itself_what_its_row_says(cast: Cast, case: "Case") -> None:
    certificate = erased(cast, case)
    told = json.loads(certificate.statement)
    assert told["id"] == str(certificate.pk)
    assert told["signer"] == certificate.signer.hex() == own_signer().hex()


def test_a_committed_erasure_lays_its_certificate_beside_the_keys(
    cast: Cast, case: "Case", django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        certificate = erased(cast, case)
    assert tombstones.erased()[case.pk] == bytes(certificate.as_file())


def test_where_it_cannot_be_laid_the_file_is_erased_all_the_same(
    cast: Cast, case: "Case", monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:  # fmt: skip
    monkeypatch.setattr(tombstones, "FOLDER", "escrow\0")
    with django_capture_on_commit_callbacks(execute=True) as laid:
        erased(cast, case)
    assert len(laid) == 1
    assert keys_of(case, cast) == 0
