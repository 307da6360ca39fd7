"""The standard's fields and where each stands here, read from `data/htcds.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.vocab.datafile import Entry, Text, once, read

DATA = Path(__file__).parent / "data"
TYPES = (
    "text", "long text", "date", "number", "checkbox", "pick", "multi", "lookup", "geolocation",
)  # fmt: skip
PARTS = ("facts", "identity", "written", "services")
WAYS = ("both", "out", "in")
# The table that has one row for each file; the others have any number.
FILES = ""
OWN = "amp_"


@dataclass(frozen=True)
class Field:
    """`way` is "" for a field that is not mapped: then `reason` says why.

    `rows`: the table it stands in; `part`: what has to be covered for it to leave.
    """

    code: str
    section: str
    rows: str
    part: str
    type: str
    values: tuple[str, ...]
    way: str = ""
    path: str = ""
    converter: str = ""
    reason: Text | None = None
    core: bool = False
    deprecated: bool = False

    @property
    def goes_out(self) -> bool:
        return self.way in ("both", "out")

    @property
    def comes_in(self) -> bool:
        return self.way in ("both", "in")


@dataclass(frozen=True)
class Standard:
    """Every field in the order of the standard, then those of our own."""

    version: str
    source: str
    licence: str
    serves: tuple[str, ...]
    fields: Mapping[str, Field]
    lists: Mapping[str, tuple[str, ...]]
    organisation_kinds: Mapping[str, str]
    deciders: Mapping[str, str]
    signs: Mapping[str, str]
    takes: Mapping[str, str]
    status_of_states: Mapping[str, str]

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(field.rows for field in self.fields.values()))

    def of_table(self, rows: str) -> tuple[Field, ...]:
        return tuple(field for field in self.fields.values() if field.rows == rows)

    def mapped(self) -> tuple[Field, ...]:
        """Of the standard's own fields, those that stand somewhere here."""
        return tuple(f for f in self.of_the_standard() if f.way)

    def unmapped(self) -> tuple[Field, ...]:
        return tuple(f for f in self.of_the_standard() if not f.way)

    def of_the_standard(self) -> tuple[Field, ...]:
        return tuple(f for f in self.fields.values() if not f.code.startswith(OWN))


@cache
def standard() -> Standard:
    """Checked; raises DataError that names the file and the entry at fault."""
    return read_standard(DATA / "htcds.toml")


def read_standard(file: Path) -> Standard:
    sheet = read(file)
    reasons, lists = _reasons(sheet), _lists(sheet)
    rows = [
        (entry.text("code"), _field(entry, section, reasons, lists), entry)
        for section in sheet.tables("section")
        for entry in section.tables("field")
    ]
    once((code, entry) for code, _, entry in rows)
    found = Standard(
        version=sheet.text("version"),
        source=sheet.text("source"),
        licence=sheet.text("licence"),
        serves=sheet.cites("serves"),
        fields={code: field for code, field, _ in rows},
        lists=lists,
        organisation_kinds=_pairs(sheet, "organisation_kinds", lists["organisation"]),
        deciders=_pairs(sheet, "deciders", lists["decider"]),
        signs=_pairs(sheet, "signs"),
        takes=_pairs(sheet, "takes"),
        status_of_states=_pairs(sheet, "status_of_states", lists["status"]),
    )
    sheet.close()
    return found


def _reasons(sheet: Entry) -> dict[str, Text]:
    table = sheet.table("reasons")
    return {code: table.table(code).both() for code in table.values}


def _lists(sheet: Entry) -> dict[str, tuple[str, ...]]:
    table = sheet.table("lists")
    return {name: table.words(name) for name in table.values}


def _pairs(sheet: Entry, key: str, allowed: tuple[str, ...] = ()) -> dict[str, str]:
    table = sheet.table(key)
    pairs = {code: str(value) for code, value in table.values.items()}
    for code, value in pairs.items():
        if allowed and value not in allowed:
            raise table.error(code, f"{value!r} is no code of the standard")
    return pairs


def _field(
    entry: Entry, section: Entry, reasons: Mapping[str, Text], lists: Mapping[str, tuple[str, ...]]
) -> Field:
    given = {"part": section.text("part"), **entry.values}
    named = entry.one_of("list", lists) if entry.has("list") else ""
    entry.has("part")
    if given["part"] not in PARTS:
        raise entry.error("part", f"should be one of {', '.join(PARTS)}")
    why = entry.one_of("unmapped", reasons) if entry.has("unmapped") else ""
    mapped = {
        key: entry.text(name) if not why else ""
        for key, name in (("path", "path"), ("converter", "with"))
    }
    field = Field(
        code=entry.text("code"),
        section=section.text("code"),
        rows=str(section.values.get("rows", "")),
        part=given["part"],
        type=entry.one_of("type", TYPES),
        values=lists.get(named, ()),
        way="" if why else entry.one_of("way", WAYS),
        reason=reasons.get(why),
        core=entry.flag("core", False),
        deprecated=entry.flag("deprecated", False),
        **mapped,
    )
    entry.close()
    return field
