"""Keys lie where nobody else can read, serve or copy them with the data; or nothing starts."""

import os
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from amparo.audit.keyfile import key
from amparo.vault import keyfolder
from amparo.vault.keyfolder import data_directory, faults, refuse_unsafe_keys


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"
    key("audit.key")
    key("epochs/2026-11")
    return tmp_path / "keys"


def codes(folder: Path, data: Path | None = None) -> list[str]:
    return [fault.code for fault in faults(folder, data)]


def test_a_folder_as_we_make_it_is_safe(folder: Path) -> None:
    assert codes(folder) == []


def test_a_folder_that_is_not_there_yet_is_safe(folder: Path) -> None:
    assert codes(folder.parent / "later") == []


def test_a_link_to_the_folder_is_refused(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert codes(link) == ["E001"]


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    assert codes(folder / "audit.key") == ["E002"]


def test_a_folder_among_the_files_of_the_database_is_refused(folder: Path) -> None:
    assert codes(folder, data=folder.parent) == ["E003"]
    assert codes(folder, data=folder.parent / "other") == []
    (folder.parent / "PG_VERSION").write_text("18\n")
    assert codes(folder) == ["E003"]


@pytest.mark.parametrize("served", ["STATIC_ROOT", "MEDIA_ROOT", "PACKAGE"])
def test_a_folder_that_is_served_is_refused(served: str, folder: Path, settings: Settings) -> None:
    setattr(settings, served, folder.parent)
    assert codes(folder) == ["E004"]


def test_a_folder_below_one_where_everybody_writes_is_refused(folder: Path) -> None:
    folder.parent.chmod(0o777)
    assert codes(folder) == ["E005"]
    folder.parent.chmod(0o1777)
    assert codes(folder) == []


def test_a_link_among_the_keys_is_refused(folder: Path) -> None:
    (folder / "epochs" / "2026-12").symlink_to(folder / "audit.key")
    assert codes(folder) == ["E006"]


def test_keys_of_another_user_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    assert codes(folder) == ["E007"] * 4


@pytest.mark.parametrize("bit", [0o040, 0o020, 0o010, 0o004, 0o002, 0o001])
@pytest.mark.parametrize("name", [".", "epochs", "audit.key", "epochs/2026-11"])
def test_what_others_may_open_is_refused(name: str, bit: int, folder: Path) -> None:
    path = folder / name
    path.chmod(path.stat().st_mode | bit)
    assert "E008" in codes(folder)


def test_the_web_process_does_not_start_and_says_the_cure(
    folder: Path, db: None, settings: Settings
) -> None:
    refuse_unsafe_keys()
    folder.chmod(0o750)
    with pytest.raises(ImproperlyConfigured, match=f"chmod 700 {folder}"):
        refuse_unsafe_keys()
    settings.DEMO = True
    refuse_unsafe_keys()


def test_the_web_role_may_not_ask_where_the_database_keeps_its_files(db: None) -> None:
    assert data_directory() is None


def test_where_it_may_the_folder_is_known(
    folder: Path, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyfolder, "data_directory", lambda: folder.parent)
    with pytest.raises(ImproperlyConfigured, match="another volume"):
        refuse_unsafe_keys()


def test_every_fault_says_what_and_the_cure(folder: Path) -> None:
    folder.chmod(0o755)
    for fault in faults(folder, folder.parent):
        assert str(folder) in fault.what
        assert fault.cure


def test_djangos_checks_stop_for_an_error_and_warn_in_the_demonstration(
    folder: Path, settings: Settings
) -> None:
    assert [each.id for each in run_checks() if (each.id or "").startswith("amparo.vault.E")] == []
    folder.chmod(0o755)
    settings.BACKUP_DAYS = 0
    settings.KEY_PROVIDER = "nowhere.Keys"
    found = {each.id: each for each in run_checks() if (each.id or "").startswith("amparo.vault.")}
    assert set(found) == {"amparo.vault.E008", "amparo.vault.E020", "amparo.vault.E021"}
    assert all(each.is_serious() and each.hint for each in found.values())
    settings.DEMO = True
    said = [each for each in run_checks() if each.id == "amparo.vault.E008"]
    assert [each.is_serious() for each in said] == [False]
