"""What a cell says, as this directory holds it; a fault where it cannot be read."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from amparo.directory.imports.hours import NotHours, canonical
from amparo.people.codes import listed
from amparo.people.country import country

# What JSON holds: a draft is kept as such.
Value = str | int | float | bool | list[str] | None
Draft = dict[str, Value]

LONG = 200
LENGTHS = {
    "id": 120, "name_en": 160, "name_fr": 160, "organisation": 160, "unit": 80, "hours_en": 160,
    "hours_fr": 160, "phone": 30, "description_en": 600, "description_fr": 600, "address": 200,
    "city": 80, "postal_code": 20, "assurer": 160,
}  # fmt: skip
CODES = {"kind": "services", "capacity_unit": "capacity_units"}
LISTS = {
    "sexes": "sex", "languages": "languages", "forms": "forms", "accessibility": "accessibility",
    "not_asked": "not_asked",
}  # fmt: skip
NUMBERS = {"age_min": 120, "age_max": 120, "places_total": 32767, "places_free": 32767}
FLAGS = ("dependants", "round_the_clock", "confidential", "active")
DAYS = ("accredited_until", "verified_on")
DEGREES = {"latitude": 90.0, "longitude": 180.0}
# What an empty cell means; of a field that is not here nothing is said.
EMPTY: Draft = {
    **{name: "" for name in LENGTHS if name not in ("id", "organisation", "unit")},
    **{name: [] for name in (*LISTS, "serves")},
    **dict.fromkeys((*DAYS, *DEGREES)),
    "age_min": 0, "age_max": 120, "places_total": 0, "dependants": False,
    "round_the_clock": False, "capacity_unit": "bed", "schedules": "",
}  # fmt: skip
YES = {"yes", "true", "1", "x", "oui", "vrai", "active"}
NO = {"no", "false", "0", "non", "faux", "inactive", "defunct", "temporarily closed"}
DEGREE = re.compile(r"[+-]?\d{1,3}(\.\d{1,20})?([eE]-\d{1,2})?", re.ASCII)
BETWEEN = re.compile(r"[;|]|,\s|,")
# Of a person whose sex is not known; no service takes only them.
NOBODY = ("sex", "U")


class Wrong(StrEnum):
    """What is wrong in a cell, or in a row as a whole; `words` says what to do."""

    MISSING = "missing"
    CODE = "code"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    LONG = "long"
    SIGNS = "signs"
    HOURS = "hours"
    DEGREES = "degrees"
    HALF = "half"  # one of two degrees
    CELLS = "cells"  # more cells than columns
    AGES = "ages"
    FREE = "free"
    TWICE = "twice"  # two rows of the file are the same service
    CLAIMED = "claimed"  # two rows would change the same service
    UNIT = "unit"  # no such unit, or one that runs no services
    UNITS = "units"  # the organisation has several
    AGES_THERE = "ages_there"  # with the other end that stands here
    FREE_THERE = "free_there"  # fewer places than the house says are free
    # These do not stop a row.
    HIDDEN = "hidden"
    OPENNESS = "openness"
    RUN_BY = "run_by"


class Unread(Exception):
    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong)
        self.wrong = wrong


Read = Callable[[str], Value]


def readers() -> Mapping[str, Read]:
    """How each field is read, with the lists and regions of this country."""
    return {
        **{name: _text(most) for name, most in LENGTHS.items()},
        **{name: _code(_codes_of(of)) for name, of in CODES.items()},
        **{name: _codes(_codes_of(of)) for name, of in LISTS.items()},
        **{name: _number(most) for name, most in NUMBERS.items()},
        **dict.fromkeys(FLAGS, _flag),
        **dict.fromkeys(DAYS, _day),
        **{name: _degrees(most) for name, most in DEGREES.items()},
        "region": _code(_regions()),
        "serves": _codes(_regions()),
        "schedules": _schedules,
    }


def plain(text: str) -> str:
    """Without accents, case and doubled blanks: how a name is compared."""
    bare = unicodedata.normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _codes_of(name: str) -> dict[str, str]:
    """Every way to write a code of a list: itself, and what it is called in both languages."""
    codes = listed(name)
    known = [code for code in codes.items if (name, code) != NOBODY]
    labels = {plain(codes.label(code, way)): code for code in known for way in ("en", "fr")}
    return labels | {plain(code): code for code in known}


def _regions() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, region in country().regions.items():
        found |= {plain(region.label.en): code, plain(region.label.fr): code, plain(code): code}
    return found


def _text(most: int) -> Read:
    def read(cell: str) -> str:
        if len(cell) > most:
            raise Unread(Wrong.LONG)
        if not cell.isprintable() and any(map(_is_hidden, cell)):
            raise Unread(Wrong.SIGNS)
        return " ".join(cell.split())

    return read


def _is_hidden(sign: str) -> bool:
    """Control characters and halves of signs; what parts lines is none."""
    return sign not in "\n\t\r" and unicodedata.category(sign) in ("Cc", "Cs")


def _code(known: Mapping[str, str]) -> Read:
    def read(cell: str) -> str:
        try:
            return known[plain(cell)]
        except KeyError:
            raise Unread(Wrong.CODE) from None

    return read


def _codes(known: Mapping[str, str]) -> Read:
    one = _code(known)

    def read(cell: str) -> list[str]:
        if plain(cell) in known:  # the name of one may hold a comma
            return [known[plain(cell)]]
        return sorted({str(one(part)) for part in BETWEEN.split(cell) if part.strip()})

    return read


def _number(most: int) -> Read:
    def read(cell: str) -> int:
        if not (cell.isascii() and cell.isdigit()) or len(cell) > 5 or int(cell) > most:
            raise Unread(Wrong.NUMBER)
        return int(cell)

    return read


def _flag(cell: str) -> bool:
    said = plain(cell)
    if said not in YES | NO:
        raise Unread(Wrong.FLAG)
    return said in YES


def _day(cell: str) -> str:
    """As ISO 8601: in any other order the day and the month could be taken for each other."""
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(cell).date().isoformat()
    except ValueError:
        raise Unread(Wrong.DAY) from None


def _degrees(most: float) -> Read:
    def read(cell: str) -> float:
        said = cell.replace(",", ".")
        if not DEGREE.fullmatch(said) or abs(float(said)) > most:
            raise Unread(Wrong.DEGREES)
        return float(said)

    return read


def _schedules(cell: str) -> str:
    try:
        return canonical(cell)
    except NotHours:
        raise Unread(Wrong.HOURS) from None
