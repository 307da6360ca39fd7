"""Secret keys as files in a folder of their own: settings.KEYS, apart from the database."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LENGTH = 32


_kept: list[Callable[[str, bytes], None]] = []


def subscribe(keep: Callable[[str, bytes], None]) -> None:
    """Have `keep` told name and bytes of each key that is made: the vault seals it for recovery."""
    if keep not in _kept:
        _kept.append(keep)


def key(name: str) -> bytes:
    """The 32 secret bytes of `name`, made on first use.

    Raises ImproperlyConfigured where another system user could read them.
    """
    path: Path = settings.KEYS / name
    if not path.exists():
        _make_folder(path.parent)
        _make(path)
        secret = _read(path)
        for keep in _kept:
            keep(name, secret)
        return secret
    return _read(path)


def _read(path: Path) -> bytes:
    refuse_open_file(path)
    secret = path.read_bytes()
    if len(secret) != LENGTH:
        raise ImproperlyConfigured(f"{path} does not hold {LENGTH} bytes.")
    return secret


def refuse_open_file(path: Path) -> None:
    """Raise ImproperlyConfigured for a link, another's file, or one that others may read."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise ImproperlyConfigured(f"{path} is a link: put the key file itself there.")
    if found.st_uid != os.geteuid():
        raise ImproperlyConfigured(f"{path} belongs to another user of this machine: chown it.")
    if found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ImproperlyConfigured(f"{path} is open to other users of this machine: chmod 600.")


def _make_folder(folder: Path) -> None:
    """Each missing folder for this system user alone; `parents=True` would leave them open."""
    for each in (*reversed(folder.parents), folder):
        each.mkdir(exist_ok=True, mode=0o700)


def _make(path: Path) -> None:
    """Write beside and link, so that two processes that start together keep one key."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(os.urandom(LENGTH))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # the other process was first; its key counts
    finally:
        draft.unlink()
