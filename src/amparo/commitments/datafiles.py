"""The files of `data/`: the documents, what they ask in our own words, and their code lists."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.vocab.datafile import DataError, Text

DATA = Path(__file__).parent / "data"
TEXTS = DATA / "texts"


@dataclass(frozen=True)
class Code:
    """An instrument, or something a bureau must be able to do; `room` is the part that does it.

    `binds`: whether a country becomes Party to the instrument.
    """

    code: str
    name: Text
    what: Text
    room: str = ""
    binds: bool = False


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>.csv`, by column. Raises DataError for a row of another length."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, restkey="", restval=None))
    for line, row in enumerate(found, start=2):
        if "" in row or None in row.values():
            raise DataError(f"{name}.csv: line {line} has not one value per column.")
    return found


@cache
def codes(name: str) -> dict[str, Code]:
    """`capabilities` or `instruments`, by code, in the order of the file."""
    return {
        row["code"]: Code(
            row["code"],
            Text(row["name_en"], row["name_fr"]),
            Text(row.get("what_en", ""), row.get("what_fr", "")),
            row.get("room", ""),
            row.get("binds") == "yes",
        )
        for row in rows(name)
    }
