"""Signed heads: appended, each line chained to the last, checked with the public key alone."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction
from pytest_django import Settings

from amparo.audit import heads, verify
from amparo.audit.actions import record
from amparo.audit.queries import lane_ends
from amparo.audit.tests.actors import Somebody

WHO = Somebody()


@pytest.fixture(autouse=True)
def file(settings: Settings, tmp_path: Path) -> Path:
    settings.AUDIT_HEADS = tmp_path / "elsewhere" / "heads.jsonl"
    return tmp_path / "elsewhere" / "heads.jsonl"


def acted(times: int = 1) -> None:
    for _ in range(times):
        record("acted", by=WHO)


def checked(file: Path) -> heads.Signed:
    return heads.read(heads.lines_of(file), heads.public_key())


def test_a_line_says_how_far_each_lane_has_come(db: None, file: Path) -> None:
    acted(3)
    body = heads.sign()
    ends = [[lane, sequence, mac.hex()] for lane, sequence, mac in lane_ends()]
    assert (body["rows"], body["heads"]) == (3, ends)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.sequence for lane in checked(file).lanes.values() for each in lane] == [3]


def test_lines_are_appended_and_each_follows_the_one_before(db: None, file: Path) -> None:
    for _ in range(4):
        acted()
        heads.sign()
    signed = checked(file)
    assert (signed.lines, signed.faults) == (4, [])
    assert len(file.read_bytes().splitlines()) == 4


def test_when_nothing_was_added_the_line_says_only_that(db: None) -> None:
    acted()
    assert "heads" in heads.sign()
    assert "heads" not in heads.sign()


def test_the_live_log_is_checked_against_its_heads(db: None) -> None:
    acted(2)
    heads.sign()
    acted()
    report = verify.live()
    assert (report.faults, report.rows, report.lines, report.beyond) == (0, 3, 1, 1)


def test_a_log_that_shrank_is_not_signed(db: None, file: Path) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        acted(2)
        heads.sign()
        raise ZeroDivisionError
    acted()
    with pytest.raises(heads.LogShrank, match="holds 1 rows, and 2 were signed"):
        heads.sign()
    assert len(file.read_bytes().splitlines()) == 1


@pytest.mark.parametrize("line", range(3))
def test_a_line_that_was_changed_or_removed_is_named(db: None, line: int, file: Path) -> None:
    for _ in range(4):
        acted()
        heads.sign()
    lines = file.read_bytes().splitlines(keepends=True)
    body = json.loads(lines[line])
    lines[line] = json.dumps({**body, "rows": 99}).encode() + b"\n"
    told = heads.read(lines, heads.public_key()).faults
    assert [(fault.lane, fault.sequence) for fault in told] == [(None, line + 1), (None, line + 2)]
    assert str(told[0]) == f"Signed heads, line {line + 1}: this line is not signed with our key"
    removed = heads.read(lines[:line] + lines[line + 1 :], heads.public_key())
    assert [fault.sequence for fault in removed.faults] == [line + 1]


def test_lines_signed_with_another_key_are_believed_by_nobody(db: None, file: Path) -> None:
    acted()
    heads.sign()
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    signed = heads.read(heads.lines_of(file), other)
    assert (signed.lanes, len(signed.faults)) == ({}, 1)


def test_a_line_that_a_crash_cut_short_does_not_stop_the_next(db: None, file: Path) -> None:
    acted()
    heads.sign()
    with file.open("ab") as torn:
        torn.write(file.read_bytes()[:50])
    acted()
    heads.sign()
    signed = checked(file)
    assert (signed.lines, signed.faults, verify.live().faults) == (2, [], 0)


def test_the_last_line_is_found_behind_more_than_one_reach(
    db: None, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setattr(heads, "LAST_LINE", 16)
    for _ in range(3):
        acted()
        heads.sign()
    assert checked(file).faults == []
