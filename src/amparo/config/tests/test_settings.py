"""Secrets come from the environment or a file; the demonstration makes its own, once."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from amparo.config import settings
from amparo.config.settings import database, secret


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("TEST_SECRET", "TEST_SECRET_FILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def demonstration(bare: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    bare.setattr(settings, "DEMO", True)
    bare.setattr(settings, "VAR", tmp_path / "var")
    return tmp_path / "var" / "test_secret.txt"


def written(folder: Path, text: str) -> str:
    path = folder / "secret"
    path.write_text(text)
    return str(path)


def test_a_secret_comes_from_its_variable(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("TEST_SECRET", "said openly")
    assert secret("TEST_SECRET") == "said openly"


def test_or_from_the_file_that_a_variable_names(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("TEST_SECRET_FILE", written(tmp_path, "kept in a file\n"))
    assert secret("TEST_SECRET") == "kept in a file"


def test_the_variable_counts_before_the_file(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("TEST_SECRET_FILE", written(tmp_path, "kept in a file"))
    bare.setenv("TEST_SECRET", "said openly")
    assert secret("TEST_SECRET") == "said openly"


def test_a_file_that_is_not_there_stops_the_start(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("TEST_SECRET_FILE", str(tmp_path / "nothing"))
    with pytest.raises(FileNotFoundError):
        secret("TEST_SECRET")


def test_without_either_the_start_stops_and_says_what_to_set() -> None:
    with pytest.raises(ImproperlyConfigured, match="Set TEST_SECRET or TEST_SECRET_FILE"):
        secret("TEST_SECRET")


def test_the_demonstration_makes_its_own_and_keeps_it(demonstration: Path) -> None:
    made = secret("TEST_SECRET")
    assert len(made) == 64
    assert secret("TEST_SECRET") == made == demonstration.read_text()
    assert stat.S_IMODE(demonstration.stat().st_mode) == 0o600


def test_the_address_of_a_database_is_read_part_by_part() -> None:
    told = database("postgresql://web:secret%2Fword@db.example:5433/amparo")
    assert [told[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "amparo", "web", "secret/word", "db.example", "5433",
    ]  # fmt: skip


def test_an_address_of_a_socket_needs_no_host() -> None:
    told = database("postgresql://amparo_web@/amparo")
    assert (told["NAME"], told["HOST"], told["PASSWORD"]) == ("amparo", "", "")


def test_outside_the_demonstration_everything_is_behind_https() -> None:
    assert not settings.DEMO
    assert settings.SECURE_SSL_REDIRECT and settings.SECURE_HSTS_SECONDS
    assert settings.SESSION_COOKIE_NAME.startswith("__Host-")
    assert settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE
    assert settings.DEBUG is False
