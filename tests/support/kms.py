"""A key-management service as one could be asked over the network, with its faults."""

import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from amparo.vault.cipher import CannotOpen
from amparo.vault.provider import KeysUnavailable


class Fault(Enum):
    DOWN = auto()
    SLOW = auto()
    DENIED = auto()
    WRONG_KEY = auto()
    FORGOT = auto()


ANSWERS = {
    Fault.DOWN: "The key service does not answer.",
    Fault.SLOW: "The key service gave no answer in time.",
    Fault.DENIED: "The key service does not let us in.",
}


class Kms:
    """Four verbs; what is wrapped is bound to an encryption context, as AWS KMS and Vault do it."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}
        self.fault: Fault | None = None
        self.calls = 0
        self.fails_after = 0

    @contextmanager
    def having(self, fault: Fault, *, after: int = 0) -> Iterator[None]:
        """Meanwhile it has this fault, once it has been called `after` more times."""
        self.fault, self.fails_after = fault, self.calls + after
        try:
            yield
        finally:
            self.fault = None

    def epoch(self) -> str:
        if not self.epochs():
            self.new_epoch("2026-11")
        return self.epochs()[-1]

    def epochs(self) -> list[str]:
        self._call()
        return sorted(self.keys)

    def new_epoch(self, name: str) -> None:
        self._call()
        self.keys.setdefault(name, os.urandom(32))

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + self._cipher(epoch).encrypt(nonce, secret, b64encode(context))

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        cipher = self._cipher(epoch)
        try:
            return cipher.decrypt(wrapped[:12], wrapped[12:], b64encode(context))
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("The key service refuses this ciphertext.") from error

    def destroy(self, epoch: str) -> None:
        self._call()
        self.keys.pop(epoch, None)

    def _cipher(self, epoch: str) -> AESGCM:
        fault = self._call()
        if epoch not in self.keys or fault is Fault.FORGOT:
            raise CannotOpen(f"The key service knows no epoch {epoch}.")
        return AESGCM(os.urandom(32) if fault is Fault.WRONG_KEY else self.keys[epoch])

    def _call(self) -> Fault | None:
        self.calls += 1
        fault = self.fault if self.calls > self.fails_after else None
        if fault in ANSWERS:
            raise KeysUnavailable(ANSWERS[fault])
        return fault


SERVICE = Kms()


def service() -> Kms:
    """What `KEY_PROVIDER = "support.kms.service"` finds: one service, as a network has one."""
    return SERVICE
