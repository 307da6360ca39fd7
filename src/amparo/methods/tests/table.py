"""The table of 136 asks that was written by hand, with the paragraph of each row."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import amparo
from amparo.methods.resolutions import Document, Paragraph, Part, read
from amparo.methods.sessions import body_in

DATA = Path(amparo.__file__).parent / "commitments" / "data"
SAID_ON = {
    "S0": date(2018, 5, 1),
    "S1": date(2018, 5, 17),
    "S2": date(2017, 12, 19),
    "S3": date(2008, 11, 10),
    "S4": date(2024, 5, 17),
}


@dataclass(frozen=True)
class Row:
    """`paragraph` has the one item only that the row is about."""

    document: str
    name: str
    cells: dict[str, str]
    part: Part
    paragraph: Paragraph
    context: str

    @property
    def key(self) -> str:
        return f"{self.document} {self.name}"

    @property
    def text(self) -> str:
        items = (item.text for item in self.paragraph.subparagraphs)
        return " ".join([self.paragraph.text, *items])

    @property
    def speaker(self) -> str:
        """A decision says in its own words who takes it."""
        body = body_in(self.part.organ or self.part.text, "fr")
        return body.code if body else ""

    @property
    def said_on(self) -> date:
        return SAID_ON[self.document[:2]]


@cache
def table() -> dict[str, Row]:
    documents = {row["key"]: row for row in _rows("documents.csv")}
    rows = [_row(cells, documents[cells["document"]]) for cells in _rows("asks.csv")]
    return {row.key: row for row in rows}


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _document(file: str) -> Document:
    return read((DATA / "texts" / file).read_text(encoding="utf-8"))


def _row(cells: dict[str, str], document: dict[str, str]) -> Row:
    whole = _document(document["file"])
    parts = [whole.parts[int(place) - 1] for place in document["part"].split()]
    name = cells["paragraph"]
    part = next((part for part in parts if f"Déc. {part.label}" == name), parts[0])
    context = " ".join(
        f"{each.title} {' '.join(paragraph.text for paragraph in each.operative)}"
        for each in whole.parts
    )
    return Row(cells["document"], name, cells, part, _paragraph(part, name), context)


def _paragraph(part: Part, name: str) -> Paragraph:
    numbered = re.fullmatch(r"(\d+)(\w*)", name)
    if not numbered:
        return Paragraph(0, "", part.text)
    found = part.operative[int(numbered[1]) - 1]
    items = tuple(item for item in found.subparagraphs if item.label == numbered[2])
    return Paragraph(found.number, found.verb, found.text, items, found.section)
