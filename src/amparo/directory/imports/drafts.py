"""Rows of a file as drafts of services: read by their columns, with what is wrong in each."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amparo.directory.imports.columns import NEEDED
from amparo.directory.imports.values import (
    EMPTY,
    LENGTHS,
    Draft,
    Unread,
    Value,
    Wrong,
    plain,
    readers,
)
from amparo.methods.tables.table import Table

# Where a place is: of a confidential one no cell of these is kept, shown or given back.
WHERE = ("address", "city", "postal_code", "latitude", "longitude")
ALL_SEXES = ["F", "M", "X"]
# A house is confidential unless the file says that it is not.
HOUSES = frozenset({"shelter"})
LONGEST_KEY = 119


@dataclass(slots=True)
class Line:
    """A row of a file. `key`: what the source calls the service; `faults`: (field, what) pairs.

    `notes` do not stop it. The rest is what `matching` finds: what would be done, with which
    service, which other one is like it, and what stands there now of what would change.
    """

    number: int
    key: str = ""
    draft: Draft = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    deed: str = ""
    service: str = ""
    alike: str = ""
    answer: str = ""
    before: Draft = field(default_factory=dict)
    id: int = 0


class Reader:
    """Reads each way to write a cell once: most cells of a column are like another one."""

    def __init__(self, table: Table, mapped: Mapping[str, str]) -> None:
        reading = readers()
        self.width = len(table.columns)
        self.columns = [
            (at, code, reading[code])
            for at, column in enumerate(table.columns)
            if (code := mapped.get(column, ""))
        ]
        self.known: dict[tuple[str, str], Value | Wrong] = {}

    def line(self, number: int, cells: Sequence[str]) -> Line:
        line = Line(number)
        if any(cell.strip() for cell in cells[self.width :]):
            line.faults.append(("", Wrong.CELLS))
            return line
        for at, code, read in self.columns:
            cell = cells[at].strip() if at < len(cells) else ""
            if not cell:
                if code in EMPTY:
                    line.draft[code] = EMPTY[code]
                continue
            value = self._value(code, cell, read)
            if isinstance(value, Wrong):
                line.faults.append((code, value))
            else:
                line.draft[code] = value
        return line

    def _value(self, code: str, cell: str, read: Callable[[str], Value]) -> Value | Wrong:
        if code in LENGTHS:  # texts differ from row to row
            return _read(cell, read)
        try:
            return self.known[code, cell]
        except KeyError:
            return self.known.setdefault((code, cell), _read(cell, read))


def lines(table: Table, mapped: Mapping[str, str]) -> Iterator[Line]:
    reader = Reader(table, mapped)
    seen: set[str] = set()
    for number, cells in table.rows:
        line = reader.line(number, cells)
        if line.draft.get("confidential"):
            withhold(line)
        _complete(line)
        line.key = str(line.draft.pop("id", "")) or _own_key(line.draft)
        if line.key in seen and not line.faults:
            line.faults.append(("id", Wrong.TWICE))
        seen.add(line.key)
        yield line


def withhold(line: Line) -> None:
    """Keep nothing of where a confidential place is, and say so."""
    told = [code for code, _ in line.faults if code in WHERE] + forget(line)
    line.faults = [fault for fault in line.faults if fault[0] not in WHERE]
    if told:
        line.notes.append(("address", Wrong.HIDDEN))


def forget(line: Line) -> list[str]:
    """Drop where it is from the draft; the fields that said something."""
    return [code for code in WHERE if line.draft.pop(code, None) not in ("", None)]


def is_hidden(draft: Mapping[str, Value]) -> bool:
    """What the file itself says of a service, or leaves open of a house."""
    said = draft.get("confidential")
    return draft.get("kind") in HOUSES if said is None else bool(said)


def _read(cell: str, read: Callable[[str], Value]) -> Value | Wrong:
    try:
        return read(cell)
    except Unread as unread:
        return unread.wrong


def _complete(line: Line) -> None:
    draft = line.draft
    if draft.get("sexes") == []:
        draft["sexes"] = list(ALL_SEXES)
    wrong = {code for code, _ in line.faults}
    for group in NEEDED:
        if wrong.isdisjoint(group) and not any(draft.get(code) for code in group):
            line.faults.append((group[0], Wrong.MISSING))
    line.faults += _together(draft)


def _together(draft: Draft) -> Iterator[tuple[str, str]]:
    """What only several cells together can have wrong."""
    least, most = draft.get("age_min", 0), draft.get("age_max", 120)
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield "age_min", Wrong.AGES
    free, total = draft.get("places_free", 0), draft.get("places_total")
    if isinstance(free, int) and isinstance(total, int) and free > total:
        yield "places_free", Wrong.FREE
    if (draft.get("latitude") is None) != (draft.get("longitude") is None):
        yield "latitude", Wrong.HALF


def _own_key(draft: Mapping[str, Value]) -> str:
    """Of a source that numbers nothing: the same words are the same service."""
    name = draft.get("name_en") or draft.get("name_fr")
    said = [draft.get("organisation") or draft.get("unit"), name, draft.get("kind")]
    words = plain("|".join(str(part or "") for part in (*said, draft.get("region"))))
    if len(words) > LONGEST_KEY:
        words = words[:70] + hashlib.sha256(words.encode()).hexdigest()[:40]
    return f"={words}"
