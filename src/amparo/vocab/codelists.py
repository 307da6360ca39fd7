"""Code lists: one TOML file each in `lists/`, with what every code is called elsewhere.

Where a code goes in a standard is data with a version, so that a table can state the map it
was made with and a national statistical office can change it without a line of code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amparo.vocab.datafile import DataError, Entry, Text, once, read

LISTS = Path(__file__).parent / "lists"


@dataclass(frozen=True)
class Code:
    """One code, its label, and what other standards write for it (no entry: they have none).

    `counts_as`: the shipped code under which a country's own code stands in figures and standards.
    `offered`: whether it may still be chosen; one that is not keeps its label where it is stored.
    """

    code: str
    label: Text
    maps: dict[str, str]
    counts_as: str = ""
    offered: bool = True


@dataclass(frozen=True)
class CodeList:
    """A list in the order of its file.

    It goes over the codes that are offered, and knows all. `keeps`: the codes that the product
    itself names, in a list that a country's pack may change; None where it may not.
    """

    key: str
    name: Text
    version: str
    source: str
    licence: str
    serves: tuple[str, ...]
    items: dict[str, Code]
    keeps: frozenset[str] | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.code for item in self)

    def __contains__(self, code: object) -> bool:
        return code in self.items

    def __iter__(self) -> Iterator[Code]:
        return (item for item in self.items.values() if item.offered)

    def __len__(self) -> int:
        return len(self.codes)

    def label(self, code: str, language: str) -> str:
        """The label of `code`; raises KeyError with the list's name for a code it lacks."""
        return self._item(code).label.say(language)

    def choices(self, language: str) -> list[tuple[str, str]]:
        """(code, label) pairs, as a form's choices are written."""
        return [(item.code, item.label.say(language)) for item in self]

    def map(self, code: str, standard: str) -> str | None:
        """What `standard` writes for `code`; None where it has no value for it."""
        return self._item(code).maps.get(standard)

    def counted(self, code: str) -> str:
        """The shipped code under which `code` stands in figures: itself, if it is one."""
        return self._item(code).counts_as or code

    def _item(self, code: str) -> Code:
        if code not in self.items:
            raise KeyError(f"{code!r} is not a code of the list {self.key}")
        return self.items[code]


def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in LISTS.glob("*.toml")))


@cache
def load(name: str) -> CodeList:
    """The list `name`, checked; raises DataError that names the file and the entry at fault."""
    if name not in names():
        raise DataError(f"{name}: there is no such list; there are {', '.join(names())}")
    return read_list(LISTS / f"{name}.toml")


def read_list(file: Path) -> CodeList:
    sheet = read(file)
    targets = _targets(sheet.table("maps"))
    rows = [(entry.text("code"), entry) for entry in sheet.tables("item")]
    once(rows)
    if not rows:
        raise sheet.error("item", "is missing")
    found = CodeList(
        key=file.stem,
        name=sheet.both("name"),
        version=sheet.text("version"),
        source=sheet.text("source"),
        licence=sheet.text("licence"),
        serves=sheet.cites("serves"),
        items={code: _code(entry, targets) for code, entry in rows},
        keeps=_keeps(sheet, dict(rows)),
    )
    sheet.optional("notes")
    sheet.close()
    return found


def _keeps(sheet: Entry, known: Mapping[str, Entry]) -> frozenset[str] | None:
    if not sheet.has("keeps"):
        return None
    kept = sheet.words("keeps")
    for code in kept:
        if code not in known:
            raise sheet.error("keeps", f"{code!r} is no code of this list")
    return frozenset(kept)


def _targets(maps: Entry) -> dict[str, tuple[str, ...]]:
    """Per mapped standard, the values it knows (none named: any value)."""
    targets = {}
    for standard in maps.values:
        entry = maps.table(standard)
        entry.text("standard")
        targets[standard] = entry.words("values")
        entry.close()
    return targets


def _code(entry: Entry, targets: dict[str, tuple[str, ...]]) -> Code:
    given, maps = entry.table("map"), {}
    for standard, values in targets.items():
        value = given.optional(standard)
        if value is None:
            continue
        if values and value not in values:
            raise given.error(standard, f"{value!r} is not a value of that standard")
        maps[standard] = value
    given.close()
    code = Code(entry.text("code"), entry.both(), maps)
    entry.close()
    return code
