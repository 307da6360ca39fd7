"""Where to look next: sentences by element and source, each after a published work."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.methods.elements import Element, Lead
from amparo.vocab.codelists import load as codes
from amparo.vocab.datafile import Entry, Text, coded, read

FILE = Path(__file__).parent / "data" / "leads.toml"


@dataclass(frozen=True)
class Work:
    short: str
    title: str


@dataclass(frozen=True)
class Leads:
    """`words` and `after` are by the lead's code."""

    leads: tuple[Lead, ...]
    words: Mapping[str, Text]
    after: Mapping[str, Work]
    works: tuple[Work, ...]


@cache
def load() -> Leads:
    """Raises DataError."""
    sheet = read(FILE)
    works = {}
    for code, entry in coded(sheet, "work"):
        works[code] = Work(entry.text("short"), entry.text("title"))
        entry.close()
    rows = coded(sheet, "lead")
    found = Leads(
        leads=tuple(_lead(code, entry) for code, entry in rows),
        words={code: entry.both() for code, entry in rows},
        after={code: works[entry.one_of("after", works)] for code, entry in rows},
        works=tuple(works.values()),
    )
    for _, entry in rows:
        entry.close()
    for key in ("source", "licence"):
        sheet.text(key)
    sheet.cites("serves")
    sheet.close()
    return found


def _lead(code: str, entry: Entry) -> Lead:
    forms = entry.words("forms")
    for form in forms:
        if form not in codes("forms"):
            raise entry.error("forms", f"{form!r} is no form of exploitation")
    return Lead(
        code, Element(entry.one_of("element", Element)),
        entry.one_of("source", codes("evidence_sources").codes), frozenset(forms),
    )  # fmt: skip
