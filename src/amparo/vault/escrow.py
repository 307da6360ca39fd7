"""Every key file sealed to a recovery key whose private half is on paper, among office-holders.

`recovery.pub` lies with the keys; what is sealed to it lies in `escrow/` beside them and goes into
the same backup. New months need no holder: they are sealed when they are made. HPKE (RFC 9180) with
X25519, HKDF-SHA256 and AES-256-GCM; the name of the key is bound to what is sealed (ADR 25).
"""

import os
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from django.conf import settings

from amparo.audit.keyfile import refuse_open_file

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
PURPOSE = b"amparo escrow 1: "
PUBLIC, FOLDER = "recovery.pub", "escrow"
NO_KEYS = (PUBLIC, FOLDER, "erased")  # of what lies in the folder


class CannotRecover(Exception):
    """The sheets are of another recovery key, or what is in escrow was changed."""


def public_half() -> X25519PublicKey | None:
    path = Path(settings.KEYS, PUBLIC)
    if not path.exists():
        return None
    refuse_open_file(path)
    return X25519PublicKey.from_public_bytes(path.read_bytes())


def keep(name: str, secret: bytes) -> None:
    """Seal one key for recovery; does nothing as long as there is no recovery key."""
    if public := public_half():
        sealed = SUITE.encrypt(secret, public, info=PURPOSE + name.encode())
        write_private(Path(settings.KEYS, FOLDER, name), sealed)


def forget(name: str) -> None:
    """A destroyed key is destroyed here too, or the office-holders could bring it back."""
    remove(Path(settings.KEYS, FOLDER, name))


def begin(private: X25519PrivateKey) -> list[str]:
    """Take a new recovery key: its public half is kept, every key sealed to it; their names.

    What was sealed to an earlier one is replaced: its sheets open nothing any more.
    """
    for stale in set(_names(Path(settings.KEYS, FOLDER))) - set(key_names()):
        forget(stale)
    write_private(Path(settings.KEYS, PUBLIC), private.public_key().public_bytes_raw())
    return _seal_all(key_names())


def complete() -> list[str]:
    """Seal whatever key is not yet in escrow, as after a kill between the two; their names."""
    return _seal_all(missing())


def missing() -> list[str]:
    """Keys that nobody could recover: none where there is no recovery key yet."""
    if public_half() is None:
        return []
    return sorted(set(key_names()) - set(_names(Path(settings.KEYS, FOLDER))))


def key_names() -> list[str]:
    """Every secret key that lies in the folder, epochs included."""
    folder = Path(settings.KEYS)
    return [name for name in _names(folder) if name.split("/")[0] not in NO_KEYS]


def opened(private: X25519PrivateKey, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each key in an escrow folder. Raises CannotRecover."""
    for name in _names(folder):
        try:
            secret = SUITE.decrypt(
                (folder / name).read_bytes(), private, info=PURPOSE + name.encode()
            )
        except (InvalidTag, ValueError) as error:
            raise CannotRecover(
                f"{name} does not open: these sheets belong to another recovery key, or the file"
                " was changed. Nothing was written."
            ) from error
        yield name, secret


def restore(private: X25519PrivateKey, escrow: Path) -> tuple[list[str], list[str]]:
    """Write every key of `escrow` that is not here; the names of those written and those kept.

    A key that is here already and is another one stops everything: nothing is overwritten.
    """
    found = dict(opened(private, escrow))
    here = Path(settings.KEYS)
    kept = [name for name in found if (here / name).exists()]
    for name in kept:
        if (here / name).read_bytes() != found[name]:
            raise CannotRecover(f"{here / name} holds another key: move it away first.")
    written = sorted(set(found) - set(kept))
    for name in written:
        write_private(here / name, found[name])
    return written, kept


def _seal_all(names: list[str]) -> list[str]:
    for name in names:
        keep(name, Path(settings.KEYS, name).read_bytes())
    return names


def _names(folder: Path) -> list[str]:
    """Key files below `folder` by their name; drafts of a write that was cut off are none."""
    found = folder.rglob("*") if folder.exists() else ()
    return sorted(
        str(path.relative_to(folder))
        for path in found
        if path.is_file() and not path.name.startswith(".")
    )


def write_private(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by this system user alone."""
    for each in (*reversed(path.parent.parents), path.parent):
        each.mkdir(exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def remove(path: Path) -> None:
    """Overwrite a key file and take it away; on flash storage the overwriting is no promise."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(os.urandom(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
