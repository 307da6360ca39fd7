"""The doctor finds what is unsafe, says the cure, and the server does not start with it."""

import os
import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.checks import CheckMessage, Tags, run_checks
from django.core.management import CommandError, call_command
from django.db import connections
from pytest_django import DjangoDbBlocker, Settings

from amparo.config import doctor, embedded
from amparo.config.checks import machine
from amparo.config.checks.database import database_is_safe, is_local
from amparo.config.checks.keeping import it_is_kept
from amparo.config.checks.machine import machine_is_ready, secrets_are_closed
from amparo.config.settings import database
from amparo.config.tests.test_roles import connected_as
from amparo.methods import clock
from amparo.vault.backup import KEYS


@pytest.fixture(autouse=True)
def unblocked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def ids(found: list[CheckMessage]) -> list[str]:
    return [str(each.id) for each in found]


def of_database() -> list[CheckMessage]:
    return database_is_safe(databases=["default"], app_configs=None)


@pytest.mark.asvs("13.2.6")
def test_a_server_that_may_lose_what_was_saved_is_found() -> None:
    """The tests' own server is such a one: it is quick because it forgets."""
    found = {each.msg.split(" = ")[0]: each for each in of_database()}
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        message = found[f"PostgreSQL has {name}"]
        assert doctor.stops(message)
        assert f"ALTER SYSTEM SET {name} = 'on'" in doctor.said(message)


@pytest.mark.asvs("13.2.2")
def test_a_role_that_no_wall_binds_is_found() -> None:
    with connected_as("postgres"):
        found = of_database()
    assert "amparo.D02" in ids(found)
    assert "amparo.D02" not in ids(of_database())


def test_a_clock_that_is_off_is_found() -> None:
    with clock.at(clock.now() + timedelta(seconds=60)):
        (late,) = [each for each in of_database() if each.id == "amparo.D06"]
    assert not doctor.stops(late)
    with clock.at(clock.now() + timedelta(days=1)):
        (day,) = [each for each in of_database() if each.id == "amparo.D06"]
    assert doctor.stops(day)
    assert "amparo.D06" not in ids(of_database())


def test_a_database_that_is_not_there_is_found(tmp_path: Path) -> None:
    told = connections["default"].settings_dict
    before = told["HOST"]
    connections["default"].close()
    told["HOST"] = str(tmp_path)
    try:
        assert ids(of_database()) == ["amparo.D01"]
    finally:
        connections["default"].close()
        told["HOST"] = before


@pytest.mark.asvs("13.4.2", "3.4.1", "3.3.1")
def test_djangos_own_advice_is_followed_wholly(settings: Settings) -> None:
    settings.SECRET_KEY = secrets.token_hex(32)
    assert run_checks(tags=[Tags.security], include_deployment_checks=True) == []
    settings.SECRET_KEY = "short"
    (found,) = run_checks(tags=[Tags.security], include_deployment_checks=True)
    assert doctor.stops(found)


@pytest.mark.asvs("13.2.3")
def test_a_secret_that_others_can_read_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    path = tmp_path / "secret"
    path.write_text("x")
    path.chmod(0o640)
    monkeypatch.setenv("SECRET_KEY_FILE", str(path))
    assert "amparo.M01" in ids(secrets_are_closed())
    path.chmod(0o600)
    assert "amparo.M01" not in ids(secrets_are_closed())


def test_open_mail_every_host_and_the_invented_country_are_found(
    tmp_path: Path, settings: Settings
) -> None:
    settings.EMAIL_FILE_PATH = tmp_path
    tmp_path.chmod(0o755)
    settings.ALLOWED_HOSTS = ["*"]
    assert ids(secrets_are_closed()) == ["amparo.M02", "amparo.M03", "amparo.M04"]


def test_a_log_that_nobody_signs_and_a_backup_that_nobody_makes_are_found(
    tmp_path: Path, settings: Settings
) -> None:
    settings.AUDIT_HEADS, settings.WRAPPED = tmp_path / "heads.jsonl", tmp_path
    assert ids(it_is_kept()) == ["amparo.K01", "amparo.K02"]
    for path in (settings.AUDIT_HEADS, tmp_path / f"amparo-20261125T000000Z{KEYS}"):
        path.touch()
    assert it_is_kept() == []
    with clock.at(clock.now() + timedelta(hours=1)):
        (late,) = it_is_kept()
    assert "signed 60 minutes ago" in late.msg and not doctor.stops(late)
    with clock.at(clock.now() + timedelta(days=3)):
        assert ids(it_is_kept()) == ["amparo.K01", "amparo.K02"]


@pytest.mark.parametrize(("limit", "stops"), [("LOW", False), ("FULL", True)])
def test_a_disk_that_fills_is_found(
    limit: str, stops: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOW", limit):
        monkeypatch.setattr(machine, name, 1 << 70)
    found = [each for each in machine_is_ready() if each.id == "amparo.M05"]
    assert found and all(doctor.stops(each) == stops for each in found)


def test_the_server_does_not_start_with_what_must_be_mended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AMPARO_COUNTRY", os.environ.get("AMPARO_COUNTRY", "somewhere"))
    with pytest.raises(CommandError, match="Mend what is marked"):
        call_command("serve")
    assert "MEND  PostgreSQL has fsync = off" in capsys.readouterr().err


def test_the_doctor_prints_each_with_its_cure_and_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("doctor")
    assert ended.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith("to look at")
    assert any(line.startswith("MEND  PostgreSQL has fsync = off") for line in lines)


@pytest.mark.asvs("12.3.2", "12.3.4", "12.2.1")
@pytest.mark.parametrize("host", ["db.example", "192.0.2.7", "localhost.example"])
def test_a_database_over_the_network_must_show_a_certificate_for_its_name(host: str) -> None:
    told = database(f"postgresql://web@{host}/amparo")["OPTIONS"]
    assert (told["sslmode"], told["sslrootcert"]) == ("verify-full", "system")
    own = database(f"postgresql://web@{host}/amparo?sslrootcert=/etc/bureau.pem")["OPTIONS"]
    assert (own["sslmode"], own["sslrootcert"]) == ("verify-full", "/etc/bureau.pem")
    assert not is_local(host)


@pytest.mark.parametrize("host", ["", "/run/postgresql", "localhost", "127.0.0.1"])
def test_a_database_of_this_machine_needs_none(host: str) -> None:
    assert "sslmode" not in database(f"postgresql://web@/amparo?host={host}")["OPTIONS"]
    assert is_local(host)


@pytest.mark.asvs("13.2.6", "15.2.2")
def test_no_request_waits_for_the_database_without_end() -> None:
    with connections["default"].cursor() as cursor:
        for name, value in (("statement_timeout", "1min"), ("lock_timeout", "20s")):
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone() == (value,)
    assert connections["default"].settings_dict["OPTIONS"]["connect_timeout"] == 5
    assert connections["default"].settings_dict["USER"] == embedded.WEB
