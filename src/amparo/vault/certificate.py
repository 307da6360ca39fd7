"""What proves an erasure to whoever asks: a statement, signed, that is checked without a server."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from amparo.audit.keyfile import key

FORMAT = "amparo erasure certificate 1"
MONTH = timedelta(days=32)  # from a first of the month into the next one


class NotGenuine(Exception):
    """The file is no certificate, was changed, or was signed by another key."""


class Destroyed(NamedTuple):
    """One data key that no longer exists."""

    key: UUID
    compartment: str
    epoch: str


class Signed(NamedTuple):
    """A statement as text, its Ed25519 signature, and the public key that checks it."""

    statement: str
    signature: bytes
    signer: bytes


def final_on(moment: datetime) -> date:
    """The day after which no backup opens what is erased at `moment`.

    The data keys lie in backups wrapped under this month's epoch key. It is replaced on the first
    of the next month and destroyed once the last backup made until then has expired.
    """
    first = moment.astimezone(UTC).replace(day=1)
    return ((first + MONTH).replace(day=1) + timedelta(days=settings.BACKUP_DAYS)).date()


def sign(facts: dict[str, Any], destroyed: Sequence[Destroyed]) -> Signed:
    signer = Ed25519PrivateKey.from_private_bytes(key("certificate.key"))
    public = signer.public_key().public_bytes_raw()
    keys = [{"id": each.key, "compartment": each.compartment, "epoch": each.epoch}
            for each in sorted(destroyed)]  # fmt: skip
    whole = {"format": FORMAT, **facts, "keys": keys, "signer": public.hex()}
    statement = json.dumps(whole, default=str, sort_keys=True, separators=(",", ":"))
    return Signed(statement, signer.sign(statement.encode()), public)


def as_file(signed: Signed) -> bytes:
    """What is handed over: readable by people, checked by `./run verify_certificate`."""
    parts = {
        "statement": signed.statement,
        "signature": b64encode(signed.signature).decode(),
        "signer": signed.signer.hex(),
    }
    return json.dumps(parts, indent=2).encode() + b"\n"


def parts_of(file: bytes) -> Signed:
    """What a file holds, whether it is genuine or not. Raises NotGenuine for another file."""
    try:
        parts = json.loads(file)
        signature = b64decode(parts["signature"])
        return Signed(str(parts["statement"]), signature, bytes.fromhex(parts["signer"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotGenuine(f"This is no certificate of an erasure: {error}") from error


def verify(file: bytes, *, signer: bytes) -> dict[str, Any]:
    """The facts of a certificate signed by `signer`, the public key of the installation.

    Raises NotGenuine.
    """
    parts = parts_of(file)
    try:
        public = Ed25519PublicKey.from_public_bytes(signer)
        public.verify(parts.signature, parts.statement.encode())
    except InvalidSignature:
        raise NotGenuine("It was changed, or another installation signed it.") from None
    except ValueError as error:
        raise NotGenuine(f"This is no certificate of an erasure: {error}") from error
    facts: dict[str, Any] = json.loads(parts.statement)
    if facts.get("format") != FORMAT:
        raise NotGenuine("What was signed is no certificate of an erasure.")
    return facts


def own_signer() -> bytes:
    """The public key under which this installation signs."""
    private = Ed25519PrivateKey.from_private_bytes(key("certificate.key"))
    return private.public_key().public_bytes_raw()
