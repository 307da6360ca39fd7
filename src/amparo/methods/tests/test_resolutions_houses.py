"""The reader of resolutions on invented texts, each in the layout of one house or conversion."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from amparo.methods.resolutions import Document, Part, read

FOLDER = Path(__file__).with_name("houses")
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (FOLDER / "expected.toml").read_text(encoding="utf-8")
)
SAID = ("symbol", "status", "title", "said_on")


def house(name: str) -> Document:
    return read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def parts(document: Document) -> list[Part]:
    return [part for part in document.resolutions if part.operative]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_operative_sequence_is_whole_and_nothing_is_added(name: str) -> None:
    printed = [
        " ".join(f"{paragraph.number}{paragraph.again}" for paragraph in part.operative)
        for part in parts(house(name))
    ]
    assert printed == EXPECTED[name]["operative"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_preamble_is_whole(name: str) -> None:
    found = [len(part.preamble) for part in parts(house(name))]
    assert found == EXPECTED[name]["preambular"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_text_says_what_it_is_and_when(name: str) -> None:
    expected = {key: value for key, value in EXPECTED[name].items() if key in SAID}
    document = house(name)
    assert {key: getattr(document, key) for key in expected} == expected


def test_every_house_is_expected_something_of() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(EXPECTED)
