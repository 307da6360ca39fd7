"""The five attacks of whoever can write to the database (security design, 2.2), on one value."""

import os
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from amparo.vault.cipher import (
    AES_256_GCM,
    AES_256_GCM_SIV,
    BUCKETS,
    HEADER,
    NONCE,
    SUITES,
    CannotOpen,
    Key,
    Place,
    seal,
    unseal,
)

KEY = Key(uuid4(), os.urandom(32))
PLACE = Place("case_person.given_name", uuid4(), uuid4())
TAG = 16
FRAME = 4  # bytes that say how long the text is

places = st.builds(Place, st.text(min_size=1, max_size=40), st.uuids(), st.uuids())


@pytest.mark.asvs("11.3.1", "11.3.2")
@given(st.text(), places)
def test_any_text_comes_back_as_it_was_sealed(text: str, place: Place) -> None:
    assert unseal(KEY, place, seal(KEY, place, text)) == text


@given(places, places)
def test_a_value_opens_in_its_own_place_and_in_no_other(home: Place, other: Place) -> None:
    stored = seal(KEY, home, "Zorvanela")
    if home == other:
        assert unseal(KEY, other, stored) == "Zorvanela"
    else:
        with pytest.raises(CannotOpen):
            unseal(KEY, other, stored)


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, row=uuid4()),
        replace(PLACE, label="case_person.family_name"),
        replace(PLACE, case=uuid4()),
        replace(PLACE, row=PLACE.case, case=PLACE.row),
    ],
    ids=["another row", "another column", "another case", "row and case exchanged"],
)
def test_a_value_moved_elsewhere_does_not_open(elsewhere: Place) -> None:
    with pytest.raises(CannotOpen):
        unseal(KEY, elsewhere, seal(KEY, PLACE, "Zorvanela"))


@given(st.binary(max_size=120))
def test_what_was_not_sealed_is_never_passed_through(planted: bytes) -> None:
    with pytest.raises(CannotOpen):
        unseal(KEY, PLACE, planted)
    header = seal(KEY, PLACE, "")[: HEADER.size]
    with pytest.raises(CannotOpen):
        unseal(KEY, PLACE, header + planted)


@pytest.mark.asvs("11.3.3", "11.2.5")
def test_every_changed_byte_is_found_at_every_position() -> None:
    stored = seal(KEY, PLACE, "Zorvanela")
    opened = []
    for position in range(len(stored)):
        for change in range(1, 256):
            changed = bytearray(stored)
            changed[position] ^= change
            try:
                opened.append((position, unseal(KEY, PLACE, bytes(changed))))
            except CannotOpen:
                continue
    assert opened == []


def test_a_value_cut_short_or_made_longer_does_not_open() -> None:
    stored = seal(KEY, PLACE, "Zorvanela")
    for changed in [*(stored[:size] for size in range(len(stored))), stored + b"\0"]:
        with pytest.raises(CannotOpen):
            unseal(KEY, PLACE, changed)


def test_another_key_does_not_open_even_under_the_same_id() -> None:
    stored = seal(KEY, PLACE, "Zorvanela")
    for other in (Key(uuid4(), KEY.secret), Key(KEY.id, os.urandom(32))):
        with pytest.raises(CannotOpen):
            unseal(other, PLACE, stored)


@pytest.mark.asvs("11.3.4")
@given(st.text())
def test_the_same_text_seals_differently_each_time(text: str) -> None:
    stored = [seal(KEY, PLACE, text) for _ in range(8)]
    assert len(set(stored)) == 8
    nonces = {each[HEADER.size : HEADER.size + NONCE] for each in stored}
    assert len(nonces) == 8


@given(st.text(max_size=5_000))
def test_the_length_shows_only_as_a_bucket(text: str) -> None:
    written = len(text.encode()) + FRAME
    size = len(seal(KEY, PLACE, text)) - HEADER.size - NONCE - TAG
    assert size >= written
    if written <= BUCKETS[-1]:
        assert size == min(bucket for bucket in BUCKETS if bucket >= written)
    else:
        assert size % BUCKETS[-1] == 0
        assert size - written < BUCKETS[-1]


def test_a_short_name_and_a_long_one_look_alike() -> None:
    lengths = {len(seal(KEY, PLACE, "x" * size)) for size in range(29)}
    assert lengths == {HEADER.size + NONCE + BUCKETS[0] + TAG}


def test_what_is_stored_holds_no_byte_of_the_text() -> None:
    assert b"Zorvanela" not in seal(KEY, PLACE, "Zorvanela")


def test_a_key_says_its_id_and_never_its_secret() -> None:
    secret = b"sixteen letters!" * 2
    shown = repr(Key(UUID(int=7), secret)) + str(Key(UUID(int=7), secret))
    assert "sixteen" not in shown
    assert secret.hex() not in shown


@pytest.mark.asvs("11.2.5")
def test_a_refusal_names_the_column_and_nothing_of_the_value() -> None:
    with pytest.raises(CannotOpen) as refusal:
        unseal(KEY, PLACE, b"Zorvanela in clear")
    assert str(refusal.value) == "case_person.given_name: not sealed under this key"


@pytest.mark.asvs("11.2.2", "11.3.2")
@pytest.mark.parametrize("suite", SUITES)
def test_each_suite_seals_and_every_suite_opens(suite: int, settings: Settings) -> None:
    stored = {}
    for each in SUITES:
        settings.SEAL_SUITE = each
        stored[each] = seal(KEY, PLACE, "Zorvanela")
    settings.SEAL_SUITE = suite
    assert {unseal(KEY, PLACE, value) for value in stored.values()} == {"Zorvanela"}
    assert [value[4] for value in stored.values()] == list(SUITES)


def test_a_value_of_one_suite_does_not_open_as_one_of_another(settings: Settings) -> None:
    for own, other in ((AES_256_GCM, AES_256_GCM_SIV), (AES_256_GCM_SIV, AES_256_GCM)):
        settings.SEAL_SUITE = own
        changed = bytearray(seal(KEY, PLACE, "Zorvanela"))
        changed[4] = other
        with pytest.raises(CannotOpen):
            unseal(KEY, PLACE, bytes(changed))


@pytest.mark.parametrize("suite", set(range(256)) - set(SUITES))
def test_a_suite_that_is_none_is_refused(suite: int) -> None:
    changed = bytearray(seal(KEY, PLACE, "Zorvanela"))
    changed[4] = suite
    with pytest.raises(CannotOpen):
        unseal(KEY, PLACE, bytes(changed))


def test_nothing_is_sealed_by_a_suite_that_is_none(settings: Settings) -> None:
    settings.SEAL_SUITE = 3
    with pytest.raises(KeyError):
        seal(KEY, PLACE, "Zorvanela")
