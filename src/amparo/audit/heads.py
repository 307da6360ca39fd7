"""Signed heads: where each lane of the log ended, signed and kept outside the database.

A chain alone cannot show that its tail was cut or that an old copy was put back. Each line of the
file says how far every lane had come and is signed with Ed25519; each carries the hash of the line
before it. A line written when nothing had been added names no lane (security design, 4.2).
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from amparo.audit.chain import Fault, time_of
from amparo.audit.keyfile import key
from amparo.audit.queries import lane_ends
from amparo.methods import clock

End: TypeAlias = tuple[int, int, bytes]  # lane, number of its last row, that row's MAC
NOTHING = "0" * 64
LAST_LINE = 1 << 16


class LogShrank(Exception):
    """The log holds fewer rows than were signed before: nothing is signed over that."""


@dataclass(frozen=True)
class Head:
    sequence: int
    mac: str
    at: str


@dataclass
class Signed:
    """What the lines say that holds, and what is wrong with them."""

    lanes: dict[int, list[Head]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    lines: int = 0
    at: str = ""


def public_key() -> bytes:
    return _private_key().public_key().public_bytes_raw()


def _private_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key("heads.key"))


def sign(path: Path | None = None) -> dict[str, Any]:
    """Append one line; two that sign at once take turns. Raises LogShrank."""
    path = path or settings.AUDIT_HEADS
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "rb+", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        broken, last = _last_line(file)
        body = next_body(last, lane_ends())
        line = signed_line(body)
        file.write((b"\n" if broken else b"") + line + b"\n")
        os.fsync(file.fileno())
    return body


def next_body(last: bytes, ends: list[End]) -> dict[str, Any]:
    """What the line after `last` says. Raises LogShrank."""
    before = json.loads(last)["rows"] if last else 0
    rows = sum(sequence for _lane, sequence, _mac in ends)
    if rows < before:
        raise LogShrank(f"The log holds {rows} rows, and {before} were signed: look at it first.")
    body: dict[str, Any] = {
        "at": time_of(clock.now()),
        "before": _hash(last),
        "rows": rows,
    }
    if rows != before:
        body["heads"] = [[lane, sequence, mac.hex()] for lane, sequence, mac in ends]
    return body


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest() if line else NOTHING


def _last_line(file: BinaryIO) -> tuple[bool, bytes]:
    """Whether the file ends in the middle of a line, and the last one that is whole."""
    size, reach, whole = os.fstat(file.fileno()).st_size, LAST_LINE, b""
    while True:
        file.seek(max(0, size - reach))
        text = file.read(reach)
        whole = next((line for line in reversed(text.split(b"\n")) if _parsed(line)), b"")
        if whole or reach >= size:
            return bool(text) and not text.endswith(b"\n"), whole
        reach *= 2


def signed_line(body: dict[str, Any]) -> bytes:
    return _text({**body, "signature": _private_key().sign(_message(body)).hex()})


def _message(body: dict[str, Any]) -> bytes:
    return b"amparo heads\x1f" + _text(body)


def _text(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def _parsed(line: bytes) -> dict[str, Any] | None:
    """A line that a crash cut short says nothing; the next one follows the last that was whole."""
    try:
        body = json.loads(line)
    except ValueError:
        return None
    return body if isinstance(body, dict) and "signature" in body else None


def read(lines: Iterable[bytes], public: bytes) -> Signed:
    """Check the lines against the public key and each other; only what holds is believed."""
    signed, last = Signed(), b""
    verifier = Ed25519PublicKey.from_public_bytes(public)
    for number, line in enumerate((each.rstrip(b"\n") for each in lines), 1):
        body = _parsed(line)
        if body is None:
            continue
        signed.lines += 1
        if not _is_signed(body, verifier):
            signed.faults.append(Fault(None, number, _("this line is not signed with our key")))
            continue
        if body["before"] != _hash(last):
            what = _("this line does not follow the one before it")
            signed.faults.append(Fault(None, number, what))
        last, signed.at = line, body["at"]
        for lane, sequence, mac in body.get("heads", ()):
            _keep(signed.lanes.setdefault(lane, []), Head(sequence, mac, body["at"]))
    return signed


def _keep(heads: list[Head], head: Head) -> None:
    if not heads or heads[-1].sequence != head.sequence or heads[-1].mac != head.mac:
        heads.append(head)


def _is_signed(body: dict[str, Any], verifier: Ed25519PublicKey) -> bool:
    rest = {name: value for name, value in body.items() if name != "signature"}
    try:
        verifier.verify(bytes.fromhex(body["signature"]), _message(rest))
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def lines_of(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from file
