"""A file in chunks comes back whole and in order, or not at all (security design, 2.3)."""

import os
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.vault.chunks import CHUNK, PREFIX, START, open_chunks, seal_chunks
from amparo.vault.cipher import HEADER, CannotOpen, Key, Place

KEY = Key(uuid4(), os.urandom(32))
PLACE = Place("case_attachment.original", uuid4(), uuid4())
MARK = b"Zorvanela"

sizes = st.one_of(st.integers(0, 300), st.sampled_from([CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK]))


def sealed(data: bytes, key: Key = KEY, place: Place = PLACE) -> list[bytes]:
    return list(seal_chunks(key, place, [data]))


def opened(chunks: list[bytes], key: Key = KEY, place: Place = PLACE) -> bytes:
    return b"".join(open_chunks(key, place, chunks))


def pattern(size: int) -> bytes:
    return (MARK * (size // len(MARK) + 1))[:size]


THREE = sealed(pattern(2 * CHUNK + 5))


@given(sizes, st.lists(st.integers(0, 2 * CHUNK), max_size=4))
def test_any_file_comes_back_however_its_pieces_come(size: int, cuts: list[int]) -> None:
    data, edges = pattern(size), sorted({0, size, *(cut for cut in cuts if cut < size)})
    pieces = [data[a:b] for a, b in pairwise(edges)]
    assert opened(list(seal_chunks(KEY, PLACE, pieces))) == data


@given(sizes)
def test_what_is_stored_shows_of_the_size_how_many_chunks_there_are(size: int) -> None:
    chunks = sealed(pattern(size))
    assert len(chunks) == max(1, -(-size // CHUNK))
    assert len({len(chunk) for chunk in chunks}) == 1
    assert not any(MARK in chunk for chunk in chunks)


@pytest.mark.asvs("11.3.3")
@given(st.permutations(range(3)).filter(lambda order: order != [0, 1, 2]))
def test_chunks_in_another_order_do_not_open(order: list[int]) -> None:
    with pytest.raises(CannotOpen):
        opened([THREE[number] for number in order])


@given(st.lists(st.integers(0, 2), max_size=5).filter(lambda taken: taken != [0, 1, 2]))
def test_no_other_choice_of_its_chunks_opens(taken: list[int]) -> None:
    with pytest.raises(CannotOpen):
        opened([THREE[number] for number in taken])


def test_a_file_cut_off_at_any_chunk_does_not_open() -> None:
    for kept in range(len(THREE)):
        with pytest.raises(CannotOpen):
            opened(THREE[:kept])


def test_a_last_chunk_does_not_pass_for_one_in_the_middle_nor_the_other_way() -> None:
    one = sealed(pattern(20))
    with pytest.raises(CannotOpen):
        opened([*one, *one])
    with pytest.raises(CannotOpen):
        opened([THREE[0]])


def test_a_chunk_of_another_file_does_not_open_even_of_the_same_place_and_key() -> None:
    other = sealed(pattern(2 * CHUNK + 5))
    for number in range(3):
        with pytest.raises(CannotOpen):
            opened([*THREE[:number], other[number], *THREE[number + 1 :]])


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, row=uuid4()),
        replace(PLACE, label="case_attachment.cleaned"),
        replace(PLACE, case=uuid4()),
        replace(PLACE, row=PLACE.case, case=PLACE.row),
    ],
    ids=["another attachment", "another copy", "another case", "row and case exchanged"],
)
def test_a_file_moved_elsewhere_does_not_open(elsewhere: Place) -> None:
    with pytest.raises(CannotOpen):
        opened(THREE, place=elsewhere)


def test_another_key_does_not_open_even_under_the_same_id() -> None:
    for other in (Key(uuid4(), KEY.secret), Key(KEY.id, os.urandom(32))):
        with pytest.raises(CannotOpen):
            opened(THREE, key=other)


@pytest.mark.asvs("11.3.2", "11.3.3")
@given(st.integers(0, 2), st.integers(0, len(THREE[0]) - 1), st.integers(1, 255))
def test_any_changed_byte_is_found(number: int, position: int, change: int) -> None:
    changed = bytearray(THREE[number])
    changed[position] ^= change
    with pytest.raises(CannotOpen):
        opened([*THREE[:number], bytes(changed), *THREE[number + 1 :]])


@given(st.lists(st.binary(max_size=3 * HEADER.size), max_size=3))
def test_what_was_not_sealed_is_never_passed_through(planted: list[bytes]) -> None:
    with pytest.raises(CannotOpen):
        opened(planted)


def test_no_two_files_share_a_prefix_and_no_two_chunks_a_nonce() -> None:
    files = [sealed(MARK) for _ in range(2_000)]
    prefixes = {chunks[0][START - PREFIX : START] for chunks in files}
    assert len(prefixes) == len(files)


def test_memory_does_not_grow_with_the_file() -> None:
    def pieces(size: int) -> Iterator[bytes]:
        yield from (pattern(10_000) for _ in range(size // 10_000))

    peaks = []
    for size in (CHUNK * 4, CHUNK * 80):
        tracemalloc.start()
        given_back = sum(map(len, open_chunks(KEY, PLACE, seal_chunks(KEY, PLACE, pieces(size)))))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert given_back == size // 10_000 * 10_000
    assert peaks[1] < peaks[0] + CHUNK
