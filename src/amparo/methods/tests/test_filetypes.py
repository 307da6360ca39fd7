"""What is written of a file's kind is true: name and content agree, or it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.filetypes import (
    CODES,
    KINDS,
    TEXT,
    UNKNOWN,
    Empty,
    Kind,
    Untrue,
    as_found,
    examine,
)

BEGINS = {
    kind.code: b"\1" * kind.begins[0][0] + kind.begins[0][1] + b"\0\1\2rest"
    for kind in KINDS
    if kind.begins
}
STRONG = sorted({kind.code for kind in KINDS if kind.begins and not kind.weak})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.code}-{kind.extensions[0]}")
def test_a_file_that_is_what_it_says_is_taken(kind: Kind) -> None:
    for at, mark in kind.begins or ((0, b"Date;Amount\n"),):
        head = b"\1" * at + mark
        assert examine(f"found.{kind.extensions[0].upper()}", head) == kind.code


@pytest.mark.parametrize("found", STRONG)
def test_a_picture_by_name_only_is_told_for_what_it_is(found: str) -> None:
    name = "photo.png" if found == "jpeg" else "photo.jpg"
    with pytest.raises(Untrue) as told:
        examine(name, BEGINS[found])
    assert told.value.found == found
    assert told.value.said == ("png" if found == "jpeg" else "jpeg")


@pytest.mark.parametrize("found", ["pdf", "zip", "office", "sqlite"])
def test_what_has_no_known_ending_is_what_its_content_says(found: str) -> None:
    assert examine("exhibit-7", BEGINS[found]) == found
    assert examine("dump.xyz", BEGINS[found]) == found


def test_what_nothing_tells_is_unknown() -> None:
    assert examine("dump.bin", b"\0\1\2\3") == UNKNOWN
    assert as_found(b"\0\1\2\3") == UNKNOWN
    assert examine("notes", b"Seen at the gate.") == TEXT


@pytest.mark.parametrize(
    "text", ["é;1\n".encode("cp1252"), "\ufeffé".encode("utf-16"), b"a\tb\r\n"]
)
def test_text_may_be_in_any_encoding(text: bytes) -> None:
    assert examine("payments.csv", text) == TEXT


@pytest.mark.parametrize("head", [b"\0\0\0\0", b"MZ\x90\0\3\0", b"%PDF-1.7 a"])
def test_a_program_is_no_table(head: bytes) -> None:
    with pytest.raises(Untrue) as told:
        examine("payments.csv", head)
    assert told.value.said == TEXT


def test_an_empty_file_is_nothing() -> None:
    with pytest.raises(Empty):
        examine("a.pdf", b"")
    with pytest.raises(Empty):
        as_found(b"")


@given(
    st.binary(min_size=1, max_size=300), st.sampled_from(["a.jpg", "a.csv", "a.bin", "a", ".pdf"])
)
def test_whatever_is_sent_is_of_a_known_kind_or_told(head: bytes, name: str) -> None:
    assert as_found(head) in CODES
    try:
        assert examine(name, head) in CODES
    except Untrue as told:
        assert told.said in CODES
        assert told.found in CODES
