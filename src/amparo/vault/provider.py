"""Who keeps the epoch keys, which wrap the data keys: four verbs, whatever stands behind them.

Files in a folder are the default. A key-management service (Vault Transit, AWS KMS) offers the same
verbs; `./run check_keys` tries any provider against amparo.vault.conformance (ADR 22).
"""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from amparo.audit.keyfile import key
from amparo.vault.cipher import NONCE, CannotOpen
from amparo.vault.escrow import forget, remove

# Given a wrapped key and its context, the data key.
Unwrap = Callable[[bytes, bytes], bytes]

NAME = re.compile(r"\d{4}-\d{2}(\.\d{2})?")


class KeysUnavailable(CannotOpen):
    """The keeper of the keys does not answer: nothing was opened and nothing has changed."""


class KeyProvider(Protocol):
    """Every verb raises KeysUnavailable where it cannot be carried out just now."""

    def epoch(self) -> str:
        """The name of the newest epoch, which new data keys are wrapped under."""

    def epochs(self) -> list[str]:
        """The names of the epochs whose key still exists, oldest first."""

    def new_epoch(self, name: str) -> None:
        """Make the key of `name`; where it exists, it stays as it is."""

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        """Raise CannotOpen for an epoch that does not exist: none comes back by being used."""

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        """Raise CannotOpen unless `wrapped` was made under this epoch with this context."""

    def destroy(self, epoch: str) -> None:
        """Make everything that is still wrapped under `epoch` unreadable for ever."""


def month(moment: datetime) -> str:
    return moment.strftime("%Y-%m")


class FileKeys:
    """A key file per epoch in settings.KEYS/epochs."""

    def __init__(self) -> None:
        self._ciphers: dict[Path, tuple[os.stat_result, AESGCM]] = {}

    def epoch(self) -> str:
        if not (known := self.epochs()):
            self.new_epoch(month(datetime.now(UTC)))
            known = self.epochs()
        return known[-1]

    def epochs(self) -> list[str]:
        folder = _folder()
        names = os.listdir(folder) if folder.exists() else ()
        return sorted(name for name in names if NAME.fullmatch(name))

    def new_epoch(self, name: str) -> None:
        if not NAME.fullmatch(name):
            raise ValueError(f"{name} is no name of an epoch: write 2026-11 or 2026-11.02.")
        key(f"epochs/{name}")

    def wrap(self, epoch: str, secret: bytes, context: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self._cipher(epoch).encrypt(nonce, secret, context)

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return self.opener(epoch)(wrapped, context)

    def opener(self, epoch: str) -> Unwrap:
        """`unwrap` for many keys of one epoch, whose file is looked at once."""
        cipher = self._cipher(epoch)

        def unwrap(wrapped: bytes, context: bytes) -> bytes:
            try:
                return cipher.decrypt(wrapped[:NONCE], wrapped[NONCE:], context)
            except (InvalidTag, ValueError) as error:
                raise CannotOpen("This data key belongs to another case or purpose.") from error

        return unwrap

    def destroy(self, epoch: str) -> None:
        if NAME.fullmatch(epoch):
            forget(f"epochs/{epoch}")
            remove(_folder() / epoch)

    def _cipher(self, epoch: str) -> AESGCM:
        """The key as the file holds it now; read again only when the file is another one."""
        path = _folder() / epoch
        if not NAME.fullmatch(epoch) or not path.exists():
            raise CannotOpen(f"The keys of {epoch} are not here.")
        found = path.lstat()
        known = self._ciphers.get(path)
        if known is None or _stamp(known[0]) != _stamp(found):
            known = self._ciphers[path] = (found, AESGCM(key(f"epochs/{epoch}")))
        return known[1]


def _folder() -> Path:
    return Path(settings.KEYS, "epochs")


def _stamp(found: os.stat_result) -> tuple[int, ...]:
    return (found.st_ino, found.st_mtime_ns, found.st_size, found.st_mode, found.st_uid)


_lock, _unwraps = Lock(), [0]


def unwraps() -> int:
    """How many data keys this process has unwrapped: as many as its rows in the log say."""
    return _unwraps[0]


class Counted:
    """Whatever provider is configured, with each key that it gave back counted."""

    def __init__(self, keys: KeyProvider) -> None:
        self.epoch, self.epochs, self.new_epoch = keys.epoch, keys.epochs, keys.new_epoch
        self.wrap, self.destroy = keys.wrap, keys.destroy
        self._keys = keys

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        return self._counting(partial(self._keys.unwrap, epoch))(wrapped, context)

    def opener(self, epoch: str) -> Unwrap:
        """`unwrap` for many keys of one epoch, in the way of the provider where it has one."""
        own: Callable[[str], Unwrap] | None = getattr(self._keys, "opener", None)
        return self._counting(own(epoch) if own else partial(self._keys.unwrap, epoch))

    def _counting(self, unwrap: Unwrap) -> Unwrap:
        def counted(wrapped: bytes, context: bytes) -> bytes:
            secret = unwrap(wrapped, context)
            with _lock:
                _unwraps[0] += 1
            return secret

        return counted


def provider() -> "Counted":
    """The one that settings.KEY_PROVIDER names, made once in each process."""
    return _made(settings.KEY_PROVIDER)


@cache
def _made(path: str) -> Counted:
    return Counted(named(path))


def named(path: str) -> KeyProvider:
    """A provider by its dotted path, uncounted. Raises ImproperlyConfigured."""
    try:
        make: Callable[[], KeyProvider] = import_string(path)
    except ImportError as error:
        raise ImproperlyConfigured(f"AMPARO_KEY_PROVIDER names {path}: {error}") from error
    return make()
