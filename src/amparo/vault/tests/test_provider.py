"""Epoch keys in files: they unwrap what they wrapped, where they wrapped it, until destroyed."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from amparo.vault.cipher import CannotOpen
from amparo.vault.provider import FileKeys

EPOCH = "2026-11"
SECRET = b"a data key of thirty-two bytes.."


@pytest.fixture(autouse=True)
def keys_folder(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path
    return tmp_path


def test_a_data_key_comes_back_as_it_was_wrapped() -> None:
    @given(st.binary(min_size=32, max_size=32), st.binary(max_size=80))
    def comes_back(secret: bytes, context: bytes) -> None:
        keys = FileKeys()
        assert keys.unwrap(EPOCH, keys.wrap(EPOCH, secret, context), context) == secret

    comes_back()


def test_a_wrapped_key_opens_for_its_own_case_and_epoch_only() -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"this case")
    keys.wrap("2026-12", SECRET, b"this case")
    for epoch, context in ((EPOCH, b"another case"), ("2026-12", b"this case")):
        with pytest.raises(CannotOpen):
            keys.unwrap(epoch, wrapped, context)


def test_every_changed_byte_of_a_wrapped_key_is_found() -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"this case")
    for position in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[position] ^= 1
        with pytest.raises(CannotOpen):
            keys.unwrap(EPOCH, bytes(changed), b"this case")


def test_the_same_key_wraps_differently_each_time() -> None:
    assert len({FileKeys().wrap(EPOCH, SECRET, b"") for _ in range(20)}) == 20


def test_what_a_destroyed_epoch_wrapped_is_lost_and_no_new_key_takes_its_place(
    keys_folder: Path,
) -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    keys.destroy(EPOCH)
    with pytest.raises(CannotOpen, match="not here"):
        keys.unwrap(EPOCH, wrapped, b"")
    assert list((keys_folder / "epochs").iterdir()) == []


def test_an_epoch_key_that_others_may_read_is_refused(keys_folder: Path) -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    (keys_folder / "epochs" / EPOCH).chmod(0o640)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        keys.unwrap(EPOCH, wrapped, b"")


def test_an_epoch_key_cut_short_is_refused(keys_folder: Path) -> None:
    FileKeys().wrap(EPOCH, SECRET, b"")
    (keys_folder / "epochs" / EPOCH).write_bytes(os.urandom(16))
    with pytest.raises(ImproperlyConfigured, match="32 bytes"):
        FileKeys().wrap(EPOCH, SECRET, b"")
