"""The whole log is written by a command, in the name of whoever asked, once another agreed."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from amparo.access.log_exports.actions import ask_for_all
from amparo.access.two_persons import approve
from amparo.audit.queries import entries
from support.cast import Cast

WHY = "Asked for by the commission."
EXPORTED = "exported the log"


def by_command(cast: Cast, **options: object) -> str:
    told = StringIO()
    call_command("export_audit", cast.auditor.email, stdout=told, **options)
    return told.getvalue()


def test_the_whole_log_is_written_once_somebody_else_agreed(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    settings.AUDIT_HEADS = tmp_path / "heads.jsonl"
    call_command("sign_heads", verbosity=0)
    proposal = ask_for_all(by=cast.auditor, reason=WHY)
    assert "Asked." in by_command(cast, reason=WHY)
    file = tmp_path / "log.jsonl"
    with pytest.raises(CommandError, match="Nobody has agreed"):
        by_command(cast, approved=proposal.pk, file=file)
    assert not file.exists()
    approve(proposal, by=cast.coordinator)
    assert "rows in" in by_command(cast, approved=proposal.pk, file=file)
    assert entries().get(action=EXPORTED).actor == cast.auditor.pk
    written = file.read_bytes()
    with pytest.raises(FileExistsError):
        by_command(cast, approved=proposal.pk, file=file)
    assert file.read_bytes() == written


@pytest.mark.parametrize("options", [{}, {"file": Path("log.jsonl")}])
def test_the_command_says_what_it_wants(options: dict[str, object], cast: Cast) -> None:
    with pytest.raises(CommandError, match="--reason"):
        by_command(cast, **options)
    with pytest.raises(CommandError, match="nobody with the address"):
        call_command("export_audit", "nobody@example.org", reason=WHY)


def test_its_row_stands_before_a_single_row_is_written(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    """What stops the writing half-way takes nothing back of what the log says."""
    proposal = ask_for_all(by=cast.auditor, reason=WHY)
    approve(proposal, by=cast.coordinator)
    settings.AUDIT_HEADS = tmp_path  # a folder: no line of it can be read
    with pytest.raises(IsADirectoryError):
        by_command(cast, approved=proposal.pk, file=tmp_path / "log.jsonl")
    assert entries().filter(action=EXPORTED).count() == 1


def test_a_file_that_cannot_be_written_leaves_no_row(cast: Cast, tmp_path: Path) -> None:
    proposal = ask_for_all(by=cast.auditor, reason=WHY)
    approve(proposal, by=cast.coordinator)
    with pytest.raises(FileNotFoundError):
        by_command(cast, approved=proposal.pk, file=tmp_path / "nowhere" / "log.jsonl")
    assert not entries().filter(action=EXPORTED).exists()


def test_whoever_may_no_longer_read_the_log_writes_nothing(cast: Cast, tmp_path: Path) -> None:
    proposal = ask_for_all(by=cast.auditor, reason=WHY)
    approve(proposal, by=cast.coordinator)
    cast.auditor.memberships.update(unit=cast.units["school"])
    with pytest.raises(CommandError, match="Nobody has agreed"):
        by_command(cast, approved=proposal.pk, file=tmp_path / "log.jsonl")
