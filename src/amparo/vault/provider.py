"""Epoch keys in files: what wraps the data keys, kept apart from the database.

Other providers (a key-management service) offer the same verbs.
"""

import os
from datetime import UTC, datetime
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from amparo.audit.keyfile import key
from amparo.vault.cipher import NONCE, CannotOpen


class KeyProvider(Protocol):
    def epoch(self) -> str:
        """The name of the epoch that new data keys are wrapped under."""

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes: ...

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes: ...

    def destroy(self, epoch: str) -> None:
        """Make everything that is still wrapped under `epoch` unreadable for ever."""


class FileKeys:
    """A key file per month in settings.KEYS/epochs."""

    def epoch(self) -> str:
        return datetime.now(UTC).strftime("%Y-%m")

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self._cipher(epoch).encrypt(nonce, secret, context)

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        if not (settings.KEYS / "epochs" / epoch).exists():
            raise CannotOpen(f"The keys of {epoch} are not here.")
        try:
            return self._cipher(epoch).decrypt(wrapped[:NONCE], wrapped[NONCE:], context)
        except InvalidTag as error:
            raise CannotOpen("This data key belongs to another case or purpose.") from error

    def destroy(self, epoch: str) -> None:
        (settings.KEYS / "epochs" / epoch).unlink()

    def _cipher(self, epoch: str) -> AESGCM:
        return AESGCM(key(f"epochs/{epoch}"))


def provider() -> KeyProvider:
    return FileKeys()
