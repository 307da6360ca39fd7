"""Proofs on copies, that can be shown to whoever asks: the sheets of today restore the keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

from amparo.vault import escrow
from amparo.vault.sheets import Sheet, WrongSheet, join, split


@dataclass
class KeyDrill:
    """How many sets of k sheets gave every key back, and how many of k-1 gave nothing."""

    keys: int = 0
    restored: int = 0
    of: int = 0
    refused: int = 0
    too_few: int = 0

    @property
    def passed(self) -> bool:
        return self.keys > 0 and self.restored == self.of > 0 and self.refused == self.too_few > 0


def drill_keys(threshold: int, shares: int) -> KeyDrill:
    """Seal a copy of the keys to a key of this drill, and restore it from every set of sheets.

    The key folder itself is only read.
    """
    drill, originals = KeyDrill(), _originals()
    drill.keys = len(originals)
    private = X25519PrivateKey.generate()
    sheets = split(private, threshold=threshold, shares=shares)
    with _copy_of(originals) as copy:
        escrow.begin(private)
        for some in combinations(sheets, threshold):
            drill.of += 1
            drill.restored += _restores(some, copy) == originals
        for few in combinations(sheets, threshold - 1):
            drill.too_few += 1
            drill.refused += _is_refused(few)
    return drill


def _originals() -> dict[str, bytes]:
    return {name: Path(settings.KEYS, name).read_bytes() for name in escrow.key_names()}


@contextmanager
def _copy_of(originals: dict[str, bytes]) -> Iterator[Path]:
    """Meanwhile the key folder is a copy, gone at the end."""
    with TemporaryDirectory(prefix="amparo-drill-", dir=settings.VAR) as folder, _keys_in(folder):
        for name, secret in originals.items():
            escrow.write_private(Path(folder, name), secret)
        yield Path(folder)


@contextmanager
def _keys_in(folder: str) -> Iterator[None]:
    before = settings.KEYS
    settings.KEYS = Path(folder)
    try:
        yield
    finally:
        settings.KEYS = before


def _restores(sheets: tuple[Sheet, ...], copy: Path) -> dict[str, bytes]:
    with TemporaryDirectory(prefix="amparo-drill-", dir=settings.VAR) as empty, _keys_in(empty):
        escrow.restore(join(sheets), copy / escrow.FOLDER)
        return _originals()


def _is_refused(sheets: tuple[Sheet, ...]) -> bool:
    try:
        join(sheets)
    except WrongSheet:
        return True
    return False
