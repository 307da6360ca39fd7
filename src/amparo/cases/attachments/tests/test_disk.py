"""What is sent is held in memory only: no file on a disk ever has it in clear."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from amparo.cases.attachments.tests.adding import send
from amparo.cases.models import Case
from amparo.people.models import User
from support.cast import Cast

ClientOf = Callable[[User], Client]


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
