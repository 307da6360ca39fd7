"""Secret keys in files: made once, for this system user alone, and refused when they are not."""

import os
import stat
import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from amparo.audit import keyfile
from amparo.audit.keyfile import LENGTH, key

SOURCE = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"
    return tmp_path / "keys"


def test_a_key_is_made_on_first_use_and_stays(folder: Path) -> None:
    made = key("audit.key")
    assert len(made) == LENGTH
    assert (folder / "audit.key").read_bytes() == made == key("audit.key")


def test_each_name_has_a_key_of_its_own() -> None:
    assert len({key(f"epochs/2026-{month:02}") for month in range(1, 13)}) == 12


def test_only_this_system_user_can_read_what_is_made(folder: Path) -> None:
    key("epochs/2026-11")
    assert stat.S_IMODE((folder / "epochs" / "2026-11").stat().st_mode) == 0o600
    assert [path.name for path in (folder / "epochs").iterdir()] == ["2026-11"]


def test_no_folder_of_the_keys_is_open_to_others(folder: Path) -> None:
    key("epochs/2026-11")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder / "epochs")] == [
        0o700
    ] * 2


def test_a_link_to_a_key_is_refused(folder: Path) -> None:
    key("audit.key")
    (folder / "other.key").symlink_to(folder / "audit.key")
    with pytest.raises(ImproperlyConfigured, match="is a link"):
        key("other.key")


def test_a_key_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key("audit.key")
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    with pytest.raises(ImproperlyConfigured, match="another user"):
        key("audit.key")


def test_who_asked_is_told_each_key_when_it_is_made_and_not_again() -> None:
    told: list[tuple[str, bytes]] = []

    def keep(name: str, secret: bytes) -> None:
        told.append((name, secret))

    keyfile.subscribe(keep)
    made = key("audit.key"), key("audit.key")
    keyfile._kept.remove(keep)
    assert told == [("audit.key", made[0])]


@pytest.mark.parametrize("bit", [0o040, 0o020, 0o010, 0o004, 0o002, 0o001])
def test_a_key_open_to_others_is_refused(bit: int, folder: Path) -> None:
    key("audit.key")
    (folder / "audit.key").chmod(0o600 | bit)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        key("audit.key")


@pytest.mark.parametrize("size", [0, 1, LENGTH - 1, LENGTH + 1])
def test_a_key_of_another_length_is_refused(size: int, folder: Path) -> None:
    key("audit.key")
    (folder / "audit.key").write_bytes(os.urandom(size))
    with pytest.raises(ImproperlyConfigured, match="does not hold 32 bytes"):
        key("audit.key")


ASK = (
    "import sys; from pathlib import Path; from django.conf import settings;"
    "settings.configure(KEYS=Path(sys.argv[1]));"
    "from amparo.audit.keyfile import key; print(key('audit.key').hex())"
)


def test_processes_that_start_together_keep_one_key(folder: Path) -> None:
    command = [sys.executable, "-c", ASK, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    started = [Popen(command, stdout=PIPE, env=environment) for _ in range(3)]  # noqa: S603  our own words
    told = {child.communicate()[0].decode().strip() for child in started}
    assert told == {(folder / "audit.key").read_bytes().hex()}
