"""Sealing of one value, bound to its place (security design, 2.3).

Stored form: magic, version, suite, key id, nonce, ciphertext and tag. The associated data names
the suite, the key, the table and column by a fixed label, the row and the case, so that a value
moved to any other place does not open there. The suite of new values is settings.SEAL_SUITE; every
suite that the library knows opens.
"""

import os
import struct
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESGCMSIV
from django.conf import settings

MAGIC, VERSION = b"AMP", 1
AES_256_GCM, AES_256_GCM_SIV = 1, 2
SUITES: dict[int, type[AESGCM] | type[AESGCMSIV]] = {
    AES_256_GCM: AESGCM,
    AES_256_GCM_SIV: AESGCMSIV,
}
HEADER = struct.Struct(">3sBB16s")
NONCE = 12
BODY = HEADER.size + NONCE
START = MAGIC + bytes([VERSION])
PLACED = 32  # row and case come before the label
LENGTH = struct.Struct(">I")
BUCKETS = (32, 128, 512, 2048)


class CannotOpen(Exception):
    """What is stored is not what was sealed here: another key, another place, or changed bytes."""


@dataclass(frozen=True)
class Key:
    id: UUID
    secret: bytes = field(repr=False)


@dataclass(frozen=True)
class Place:
    """Where a value lives. `label` is "table.column" as first written, for ever."""

    label: str
    row: UUID
    case: UUID


def seal(key: Key, place: Place, text: str) -> bytes:
    header, cipher = for_new(key, MAGIC)
    nonce = os.urandom(NONCE)
    body = cipher.encrypt(nonce, _pad(text.encode()), context(header, place))
    return header + nonce + body


def unseal(key: Key, place: Place, stored: bytes) -> str:
    """Raise CannotOpen unless `stored` was sealed under this key, for this place, unchanged."""
    return unseal_at(key.id.bytes, key.secret, context(b"", place), stored)


def unseal_at(key: bytes, secret: bytes, where: bytes, stored: bytes) -> str:
    """As `unseal`, for many values in a row: the key's id as bytes, `where` as `context` writes."""
    header = stored[: HEADER.size]
    suite = SUITES.get(header[4]) if header[:4] == START and header[5:] == key else None
    if suite is None:
        raise CannotOpen(f"{where[PLACED:].decode()}: not sealed under this key")
    try:
        padded = suite(secret).decrypt(stored[HEADER.size : BODY], stored[BODY:], header + where)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(f"{where[PLACED:].decode()}: the value does not belong here") from error
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")].decode()


def for_new(key: Key, magic: bytes) -> tuple[bytes, AESGCM | AESGCMSIV]:
    """The header of something about to be sealed, and the cipher that it names."""
    suite: int = settings.SEAL_SUITE
    return HEADER.pack(magic, VERSION, suite, key.id.bytes), SUITES[suite](key.secret)


def named_by(header: bytes, key: Key, place: Place, magic: bytes) -> AESGCM | AESGCMSIV:
    """The cipher that a stored header names. Raises CannotOpen for a header that is not `key`'s."""
    suite = header[len(magic) + 1] if len(header) == HEADER.size else 0
    if suite not in SUITES or header != HEADER.pack(magic, VERSION, suite, key.id.bytes):
        raise CannotOpen(f"{place.label}: not sealed under this key")
    return SUITES[suite](key.secret)


def context(header: bytes, place: Place) -> bytes:
    return header + place.row.bytes + place.case.bytes + place.label.encode()


def _pad(data: bytes) -> bytes:
    """Hide the length: fill to the next bucket, or to the next multiple of the largest."""
    framed = LENGTH.pack(len(data)) + data
    largest = BUCKETS[-1]
    size = next((b for b in BUCKETS if len(framed) <= b), -(-len(framed) // largest) * largest)
    return framed.ljust(size, b"\0")
