"""Secret keys as files in a folder of their own: settings.KEYS, apart from the database."""

import os
import stat
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LENGTH = 32


def key(name: str) -> bytes:
    """The 32 secret bytes of `name`, made on first use.

    Raises ImproperlyConfigured where another system user could read them.
    """
    path: Path = settings.KEYS / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        _make(path)
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ImproperlyConfigured(f"{path} is open to other users of this machine: chmod 600.")
    secret = path.read_bytes()
    if len(secret) != LENGTH:
        raise ImproperlyConfigured(f"{path} does not hold {LENGTH} bytes.")
    return secret


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
