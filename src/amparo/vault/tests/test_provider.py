"""Epoch keys in files: they unwrap what they wrapped, where they wrapped it, until destroyed."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from amparo.audit.keyfile import key
from amparo.vault.cipher import CannotOpen
from amparo.vault.provider import FileKeys, provider, unwraps

EPOCH = "2026-11"
SECRET = b"a data key of thirty-two bytes.."


@pytest.fixture(autouse=True)
def keys_folder(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path
    for epoch in (EPOCH, "2026-12"):
        FileKeys().new_epoch(epoch)
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
    with pytest.raises(CannotOpen, match="not here"):
        keys.wrap(EPOCH, SECRET, b"")
    assert keys.epochs() == ["2026-12"]


def test_an_epoch_key_that_others_may_read_is_refused(keys_folder: Path) -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    (keys_folder / "epochs" / EPOCH).chmod(0o640)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        keys.unwrap(EPOCH, wrapped, b"")


def test_an_epoch_key_cut_short_is_refused(keys_folder: Path) -> None:
    (keys_folder / "epochs" / EPOCH).write_bytes(os.urandom(16))
    with pytest.raises(ImproperlyConfigured, match="32 bytes"):
        FileKeys().wrap(EPOCH, SECRET, b"")


def test_the_newest_epoch_wraps_and_the_first_one_is_made_when_it_is_needed(
    settings: Settings, tmp_path: Path
) -> None:
    keys = FileKeys()
    assert (keys.epoch(), keys.epochs()) == ("2026-12", [EPOCH, "2026-12"])
    keys.new_epoch("2026-12.02")
    assert keys.epoch() == "2026-12.02"
    settings.KEYS = tmp_path / "another installation"
    assert keys.epochs() == []
    first = keys.epoch()
    assert keys.epochs() == [first]


def test_an_epoch_that_exists_is_not_made_anew() -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    keys.new_epoch(EPOCH)
    assert FileKeys().unwrap(EPOCH, wrapped, b"") == SECRET


@pytest.mark.parametrize("name", ["../audit.key", "", "2026", "2026-11.2", ".2026-11", "2026-11/"])
def test_a_name_that_the_database_made_up_leads_to_no_other_file(name: str) -> None:
    keys = FileKeys()
    key("audit.key")
    with pytest.raises(CannotOpen, match="not here"):
        keys.unwrap(name, bytes(60), b"")
    keys.destroy(name)
    assert (key("audit.key"), len(keys.epochs())) != (b"", 0)
    with pytest.raises(ValueError, match="no name"):
        keys.new_epoch(name)


def test_a_key_file_put_in_its_place_counts_at_once(keys_folder: Path) -> None:
    keys = FileKeys()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    assert keys.unwrap(EPOCH, wrapped, b"") == SECRET
    other = keys_folder / "other"
    other.write_bytes(os.urandom(32))
    other.chmod(0o600)
    other.replace(keys_folder / "epochs" / EPOCH)
    with pytest.raises(CannotOpen):
        keys.unwrap(EPOCH, wrapped, b"")


def test_each_key_given_back_is_counted_and_none_that_was_refused() -> None:
    keys, before = provider(), unwraps()
    wrapped = keys.wrap(EPOCH, SECRET, b"")
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: keys.unwrap(EPOCH, wrapped, b""), range(400)))
    with pytest.raises(CannotOpen):
        keys.unwrap(EPOCH, wrapped, b"another")
    assert unwraps() - before == 400


def test_a_provider_that_does_not_exist_stops_with_the_name_of_its_setting(
    settings: Settings,
) -> None:
    for path in ("amparo.vault.provider.Nothing", "nowhere", "no.where.Keys"):
        settings.KEY_PROVIDER = path
        with pytest.raises(ImproperlyConfigured, match="AMPARO_KEY_PROVIDER"):
            provider()
