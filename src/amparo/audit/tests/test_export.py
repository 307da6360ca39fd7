"""An export is checked without a database: by command, by key, and by its own last line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from pytest_django import Settings

from amparo.audit import chain, export, heads
from amparo.audit.actions import record
from amparo.audit.tests.actors import Somebody

WHO = Somebody()
Lines = list[bytes]


@pytest.fixture
def exported(db: None, settings: Settings, tmp_path: Path) -> Path:
    settings.AUDIT_HEADS = tmp_path / "heads.jsonl"
    for number in range(6):
        record("opened", by=WHO, purpose="identity: safety", keys=1)
        if number == 3:
            call_command("sign_heads", verbosity=0)
    with (tmp_path / "log.jsonl").open("xb") as file:
        export.write(file)
    return tmp_path / "log.jsonl"


def faults(path: Path, secret: bytes | None = None) -> int:
    return export.check(path, others=None, secret=secret, public=None).faults


def test_an_export_holds_with_the_key_and_without_it(exported: Path) -> None:
    assert (faults(exported), faults(exported, chain.secret())) == (0, 0)
    report = export.check(exported, others=None, secret=chain.secret(), public=None)
    assert (report.rows, report.lanes, report.lines, report.beyond) == (6, 1, 1, 2)


def changed(line: bytes) -> bytes:
    return line.replace(b"identity: safety", b"identity: court!")


DAMAGE: dict[str, Callable[[Lines], Lines]] = {
    "a row changed": lambda lines: [*lines[:4], changed(lines[4]), *lines[5:]],
    "a row removed": lambda lines: [*lines[:3], *lines[4:-1], b'{"rows": 5}\n'],
    "the tail cut": lambda lines: [*lines[:4], b'{"rows": 2}\n'],
    "two rows exchanged": lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_what_was_done_to_an_export_is_seen(
    damage: Callable[[Lines], Lines], exported: Path
) -> None:
    lines = damage(exported.read_bytes().splitlines(keepends=True))
    exported.write_bytes(b"".join(lines))
    assert faults(exported, chain.secret())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "Line 1 is no JSON"),
        (b'{"format": "another"}\n', "Line 1 does not say"),
        (b"PK\x03\x04", "Line 1 is no JSON"),
    ],
)
def test_what_is_no_export_is_refused_with_the_line(text: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(text)
    with pytest.raises(CommandError, match=told):
        call_command("verify_audit", tmp_path / "x")


def test_an_export_that_was_cut_short_is_refused(exported: Path) -> None:
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(export.NotALog, match="before its last line"):
        faults(exported)
    exported.write_bytes(b"".join([*lines[:4], b"[1, 2]\n"]))
    with pytest.raises(export.NotALog, match="Line 5 is no row"):
        faults(exported)


def verified(path: Path, *options: str) -> tuple[int, str]:
    """By the command, in a process that is told of no database."""
    hidden = ("DATABASE_URL", "DATABASE_OWNER_URL")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(  # noqa: S603  our own words
        [sys.executable, str(django_settings.ROOT / "manage.py"), "verify_audit", path, *options],
        env=environment, check=False, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_the_command_needs_no_database_and_ends_with_one_on_a_fault(exported: Path) -> None:
    key = str(django_settings.KEYS / "audit.key")
    public = heads.public_key().hex()
    code, told = verified(exported, "--key", key, "--public", public)
    assert code == 0
    assert "1 lanes, 6 rows, 1 signed lines, 0 faults" in told
    assert "2 rows since then" in told
    row = json.loads(exported.read_bytes().splitlines()[4])
    exported.write_bytes(changed(exported.read_bytes()))
    code, told = verified(exported, "--key", key)
    assert code == 1
    assert f"Lane {row[0]}, row {row[1]}: this row was changed" in told


def test_another_public_key_than_the_one_known_is_a_fault(exported: Path) -> None:
    code, told = verified(exported, "--public", "11" * 32)
    assert code == 1
    assert "not signed with our key" in told
