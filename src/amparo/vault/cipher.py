"""Sealing of one value: AES-256-GCM, bound to its place (security design, 2.3).

Stored form: magic, version, suite, key id, nonce, ciphertext and tag. The associated data names
the key, the table and column by a fixed label, the row and the case, so that a value moved to any
other place does not open there.
"""

import os
import struct
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC, VERSION, AES_256_GCM = b"AMP", 1, 1
HEADER = struct.Struct(">3sBB16s")
NONCE = 12
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
    header = HEADER.pack(MAGIC, VERSION, AES_256_GCM, key.id.bytes)
    nonce = os.urandom(NONCE)
    body = AESGCM(key.secret).encrypt(nonce, _pad(text.encode()), _context(header, place))
    return header + nonce + body


def unseal(key: Key, place: Place, stored: bytes) -> str:
    """Raise CannotOpen unless `stored` was sealed under this key, for this place, unchanged."""
    header, nonce = stored[: HEADER.size], stored[HEADER.size : HEADER.size + NONCE]
    if header != HEADER.pack(MAGIC, VERSION, AES_256_GCM, key.id.bytes):
        raise CannotOpen(f"{place.label}: not sealed under this key")
    body = stored[HEADER.size + NONCE :]
    try:
        padded = AESGCM(key.secret).decrypt(nonce, body, _context(header, place))
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(f"{place.label}: the value does not belong here") from error
    return _unpad(padded).decode()


def _context(header: bytes, place: Place) -> bytes:
    return header + place.row.bytes + place.case.bytes + place.label.encode()


def _pad(data: bytes) -> bytes:
    """Hide the length: fill to the next bucket, or to the next multiple of the largest."""
    framed = LENGTH.pack(len(data)) + data
    largest = BUCKETS[-1]
    size = next((b for b in BUCKETS if len(framed) <= b), -(-len(framed) // largest) * largest)
    return framed.ljust(size, b"\0")


def _unpad(padded: bytes) -> bytes:
    (length,) = LENGTH.unpack_from(padded)
    return padded[LENGTH.size : LENGTH.size + length]
