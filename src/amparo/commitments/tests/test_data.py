"""The register's data agrees with the texts it speaks of."""

import csv
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from amparo.methods.resolutions import Document, Paragraph, addressees, read
from amparo.methods.resolutions.asks import ITSELF

ROOM = Path(__file__).resolve().parents[1]
DATA = ROOM / "data"
ROWS_PER_DOCUMENT = {
    "S0": 7,
    "S1": 13,
    "S2": 22,
    "S3": 14,
    "S4-I": 27,
    "S4-II": 5,
    "S4-III": 12,
    "S4-IV": 10,
    "S4-V": 23,
    "S4-D": 3,
}
EMPTY_ALLOWED = {"instruments", "direct", "supporting", "symbol", "room"}
WINDOW = re.compile(
    r"none|asap|priority|continuous|funds"
    r"|on:\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|(by|before):\d{4}-\d\d-\d\d"
    r"|(session|between-sessions|next-report):[A-Z][A-Z-]*\d*|session:UNTOC-COP\d+"
    r"|after:[A-Za-z0-9-]+|yearly:\d\d-\d\d|every:\d+y|from:([A-Z]+\d+|\d{4})"
)


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@cache
def document(file: str) -> Document:
    return read((DATA / "texts" / file).read_text(encoding="utf-8"))


def paragraphs_of(row: dict[str, str]) -> set[str]:
    """The paragraphs a document prints: `5`, `7a`; for decisions, `Déc. I`."""
    parts = [document(row["file"]).parts[int(place) - 1] for place in row["part"].split()]
    if parts[0].kind == "decision":
        return {f"Déc. {part.label}" for part in parts}
    return {name for part in parts for paragraph in part.operative for name in names_of(paragraph)}


def names_of(paragraph: Paragraph) -> list[str]:
    if not paragraph.subparagraphs:
        return [str(paragraph.number)]
    return [f"{paragraph.number}{item.label}" for item in paragraph.subparagraphs]


def test_there_are_136_asks_as_many_for_each_document_as_was_counted_by_hand() -> None:
    assert Counter(row["document"] for row in rows("asks.csv")) == ROWS_PER_DOCUMENT
    assert sum(ROWS_PER_DOCUMENT.values()) == 136


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("asks.csv", ("document", "paragraph")),
        ("documents.csv", ("key",)),
        ("capabilities.csv", ("code",)),
        ("instruments.csv", ("code",)),
    ],
)
def test_keys_are_unique(name: str, key: tuple[str, ...]) -> None:
    keys = [tuple(row[column] for column in key) for row in rows(name)]
    assert len(keys) == len(set(keys)) > 0


@pytest.mark.parametrize(
    "name", ["asks.csv", "documents.csv", "capabilities.csv", "instruments.csv"]
)
def test_no_cell_is_empty_but_those_that_may_be(name: str) -> None:
    blank = [
        (number, column)
        for number, row in enumerate(rows(name), start=2)
        for column, value in row.items()
        if column not in EMPTY_ALLOWED and not value.strip()
    ]
    assert blank == []


@pytest.mark.parametrize("row", rows("documents.csv"), ids=lambda row: row["key"])
def test_every_printed_paragraph_has_its_ask_and_every_ask_its_paragraph(
    row: dict[str, str],
) -> None:
    asked = {ask["paragraph"] for ask in rows("asks.csv") if ask["document"] == row["key"]}
    assert asked == paragraphs_of(row)


def test_the_first_verb_of_an_ask_is_the_verb_its_paragraph_opens_with() -> None:
    by_key = {row["key"]: row for row in rows("documents.csv")}
    for ask in rows("asks.csv"):
        row = by_key[ask["document"]]
        part = document(row["file"]).parts[int(row["part"].split()[0]) - 1]
        number = re.match(r"\d+", ask["paragraph"])
        if not number:
            continue
        opening = part.operative[int(number[0]) - 1].text
        assert opening.startswith(ask["verb_fr"].split(";")[0].split()[0]), ask


def test_the_titles_are_those_of_the_texts() -> None:
    for row in rows("documents.csv"):
        if row["key"] == "S4-D":
            continue
        part = document(row["file"]).parts[int(row["part"]) - 1]
        assert part.title.replace("'", "’") == row["title_fr"].replace("\u00a0", " ")


def test_codes_are_known() -> None:
    capabilities = {row["code"] for row in rows("capabilities.csv")}
    instruments = {row["code"] for row in rows("instruments.csv")}
    for ask in rows("asks.csv"):
        direct, supporting = set(ask["direct"].split()), set(ask["supporting"].split())
        assert direct | supporting <= capabilities, ask
        assert direct | supporting, ask
        assert not direct & supporting, ask
        assert set(ask["instruments"].split()) <= instruments, ask


def test_every_capability_and_instrument_serves_some_ask() -> None:
    asks = rows("asks.csv")
    used = {code for ask in asks for code in f"{ask['direct']} {ask['supporting']}".split()}
    cited = {code for ask in asks for code in ask["instruments"].split()}
    assert used == {row["code"] for row in rows("capabilities.csv")}
    assert cited == {row["code"] for row in rows("instruments.csv")}


def test_windows_are_written_in_the_grammar_of_the_readme() -> None:
    strange = [
        (ask["document"], ask["paragraph"], window)
        for ask in rows("asks.csv")
        for window in ask["window"].split()
        if not WINDOW.fullmatch(window)
    ]
    assert strange == []


def test_a_room_that_serves_a_capability_exists() -> None:
    rooms = {row["room"] for row in rows("capabilities.csv")} - {""}
    assert rooms
    assert all((ROOM.parent / room).is_dir() for room in rooms)


def test_an_ask_is_in_our_own_words() -> None:
    """No run of ten words of an ask stands in the text it sums up."""
    by_key = {row["key"]: row for row in rows("documents.csv")}
    for ask in rows("asks.csv"):
        text = (DATA / "texts" / by_key[ask["document"]]["file"]).read_text(encoding="utf-8")
        printed = f" {' '.join(words_of(text))} "
        said = words_of(ask["ask_fr"])
        runs = (said[place : place + 10] for place in range(len(said) - 9))
        copied = [" ".join(run) for run in runs if f" {' '.join(run)} " in printed]
        assert copied == [], (ask["document"], ask["paragraph"])


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def test_everybody_whom_a_resolution_may_ask_has_a_name_here() -> None:
    sheet = tomllib.loads(addressees.DATA.read_text(encoding="utf-8"))
    codes = dict.fromkeys([*(row["code"] for row in sheet["addressee"]), ITSELF])
    assert [row["code"] for row in rows("addressees.csv")] == list(codes)
