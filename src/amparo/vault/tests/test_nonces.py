"""No nonce comes twice under one key, whatever forks; and no key hangs on the secret of Django."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from amparo.vault.cipher import HEADER, NONCE, Key, Place, seal
from amparo.vault.provider import FileKeys
from amparo.vault.tests.keyring import Ring
from support.cast import Cast

WORKERS, EACH = 4, 25_000
KEY, PLACE = Key(uuid4(), os.urandom(32)), Place("test.text", uuid4(), uuid4())
EPOCH = "2026-11"


def sealed_nonces(_: int) -> bytes:
    start = HEADER.size
    return b"".join(seal(KEY, PLACE, "")[start : start + NONCE] for _ in range(EACH))


def wrapped_nonces(_: int) -> bytes:
    keys, secret = FileKeys(), bytes(32)
    return b"".join(keys.wrap(EPOCH, secret, b"")[:NONCE] for _ in range(EACH))


@pytest.mark.asvs("11.3.4")
@pytest.mark.parametrize("work", [sealed_nonces, wrapped_nonces])
def test_forked_workers_repeat_no_nonce(
    work: Callable[[int], bytes], settings: Settings, tmp_path: Path
) -> None:
    settings.KEYS = tmp_path / "keys"
    FileKeys().new_epoch(EPOCH)
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("fork")) as workers:
        told = b"".join(workers.map(work, range(WORKERS)))
    nonces = {told[start : start + NONCE] for start in range(0, len(told), NONCE)}
    assert len(nonces) == WORKERS * EACH


@pytest.mark.asvs("11.2.2")
def test_everything_opens_after_the_secret_of_django_has_changed(
    staff: Cast, settings: Settings
) -> None:
    ring = Ring(staff)
    ring.add(2)
    settings.SECRET_KEY = "another one altogether"
    assert ring.unread() == []
