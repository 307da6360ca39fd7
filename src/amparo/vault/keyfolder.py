"""Where key files may lie: refused, with the cure, wherever others could read or serve them.

Security design, 2.3: apart from the database, for the service's user alone.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction

OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class Unsafe:
    code: str
    what: str
    cure: str


def faults(folder: Path, data_directory: Path | None = None) -> Iterator[Unsafe]:
    """Everything that makes `folder` no place for keys; one that is not there yet may be safe."""
    yield from _place(folder, data_directory)
    if folder.is_symlink():
        yield Unsafe("E001", f"{folder} is a link.", "Set AMPARO_KEYS to the folder itself.")
    elif folder.exists() and not folder.is_dir():
        yield Unsafe("E002", f"{folder} is not a folder.", "Set AMPARO_KEYS to a folder.")
    elif folder.exists():
        for path in (folder, *sorted(folder.rglob("*"))):
            yield from _entry(path)


def refuse_unsafe_keys() -> None:
    """Raise ImproperlyConfigured for the first fault: the web process does not start with one."""
    for fault in faults(settings.KEYS, data_directory()):
        if not settings.DEMO:
            raise ImproperlyConfigured(f"{fault.what} {fault.cure}")


def data_directory() -> Path | None:
    """Where the database keeps its files, if the web role may know it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            return Path(cursor.fetchone()[0])
    except DatabaseError:
        return None  # then only a folder that looks like one is noticed


def _place(folder: Path, data_directory: Path | None) -> Iterator[Unsafe]:
    real = folder.resolve()
    around = (real, *real.parents)
    if data_directory in around or any((each / "PG_VERSION").exists() for each in around):
        yield Unsafe(
            "E003", f"{folder} lies among the files of the database.",
            "Move the keys to another volume, and set AMPARO_KEYS: no copy may hold both.",
        )  # fmt: skip
    for served in _served():
        if served in around:
            yield Unsafe(
                "E004", f"{folder} lies in {served}, which is served or replaced by an upgrade.",
                "Move the keys out of it and set AMPARO_KEYS.",
            )  # fmt: skip
    for parent in around[1:]:
        mode = parent.stat().st_mode if parent.exists() else 0
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            yield Unsafe("E005", f"Everybody may write in {parent}.", f"chmod o-w {parent}")


def _served() -> list[Path]:
    named: list[str | Path | None] = [settings.STATIC_ROOT, settings.MEDIA_ROOT, settings.PACKAGE]
    return [Path(each).resolve() for each in named if each]


def _entry(path: Path) -> Iterator[Unsafe]:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        yield Unsafe("E006", f"{path} is a link.", "Put the key itself in its place.")
        return
    if found.st_uid != os.geteuid():
        yield Unsafe(
            "E007", f"{path} belongs to another user of this machine.",
            f"chown it to the user who runs the service (number {os.geteuid()}).",
        )  # fmt: skip
    if found.st_mode & OTHERS:
        wanted = "700" if stat.S_ISDIR(found.st_mode) else "600"
        yield Unsafe("E008", f"{path} is open to other users.", f"chmod {wanted} {path}")
