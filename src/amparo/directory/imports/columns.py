"""Which column holds what: by its name, as it was said for this source before, or as it looks."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from amparo.vocab.datafile import Text, coded, read

FILE = Path(__file__).parent / "data" / "columns.toml"
ALIKE = 0.8
# One name of a pair is enough: the other language says the same until somebody translates it.
NEEDED: tuple[tuple[str, ...], ...] = (
    ("name_en", "name_fr"), ("kind",), ("region",), ("organisation", "unit"),
)  # fmt: skip
# A column with its name -> the field it is, "" where it is left out.
Mapped = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    code: str
    label: Text
    names: tuple[str, ...]


class Sure(StrEnum):
    """How a column was found: only what is sure is taken before somebody has said so."""

    NAME = "name"
    BEFORE = "before"
    ALIKE = "alike"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Suggestion:
    column: str
    field: str
    sure: Sure


@cache
def fields() -> Mapping[str, Field]:
    """In the order of an export. Raises DataError."""
    sheet = read(FILE)
    found = {}
    for code, entry in coded(sheet, "field"):
        found[code] = Field(code, entry.both(), entry.words("names"))
        entry.close()
    for key in ("source", "licence"):
        sheet.text(key)
    sheet.close()
    return found


def label(code: str) -> str:
    language = get_language() or "en"
    return fields()[code].label.say(language)


def suggestions(columns: Sequence[str], before: Mapped) -> list[Suggestion]:
    """Of two columns that would be one field the first is taken."""
    taken: set[str] = set()
    found = []
    for column in filter(None, columns):
        field, sure = _suggested(column, before)
        if field in taken:
            field, sure = "", Sure.UNKNOWN
        taken |= {field} - {""}
        found.append(Suggestion(column, field, sure))
    return found


def sure_ones(found: Sequence[Suggestion]) -> dict[str, str]:
    return {
        each.column: each.field if each.sure in (Sure.NAME, Sure.BEFORE) else "" for each in found
    }


def missing(mapped: Mapped) -> list[str]:
    """The fields without which no service can stand, one of each group."""
    there = set(mapped.values())
    return [group[0] for group in NEEDED if there.isdisjoint(group)]


def _suggested(column: str, before: Mapped) -> tuple[str, Sure]:
    plain = _plain(column)
    if column in before:
        return before[column], Sure.BEFORE
    if field := _known().get(plain):
        return field, Sure.NAME
    close = get_close_matches(plain, _known(), n=1, cutoff=ALIKE)
    return (_known()[close[0]], Sure.ALIKE) if close else ("", Sure.UNKNOWN)


@cache
def _known() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for field in fields().values():
        for name in (field.code, field.label.en, field.label.fr, *field.names):
            known.setdefault(_plain(name), field.code)
    return known


def _plain(name: str) -> str:
    """Without accents, case and what stands between the words."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in bare if sign.isalnum())
