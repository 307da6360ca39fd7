"""Which service a row is, what it would change there, and what it may not.

The same number of the same source is the same service. Whatever has the same name in the same
region, or the same telephone, is asked about.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from amparo.directory.imports.drafts import WHERE, Line, forget, is_hidden, withhold
from amparo.directory.imports.models import Deed
from amparo.directory.imports.queries import names, numbers_of, stored
from amparo.directory.imports.units import Units
from amparo.directory.imports.values import Value, Wrong, plain

SAME, OTHER = "same", "other"
# What is found here and not in the file: it is found anew each time.
FOUND_HERE = {Wrong.CLAIMED, Wrong.UNIT, Wrong.UNITS, Wrong.FREE_THERE, Wrong.AGES_THERE}
NOTED_HERE = {Wrong.OPENNESS, Wrong.RUN_BY}
# A row says these of a new service only: the house counts its free places, and neither who runs
# it nor whether its place is hidden is for a file to change.
OF_A_NEW_ONE = {"organisation", "unit", "confidential", "places_free"}
FEWEST_DIGITS = 6
Stored = Mapping[str, Any]


class Known:
    """The services that are here, by what could be said of them. Few words of each."""

    def __init__(self, source: str) -> None:
        self.numbers = numbers_of(source)
        self.of_source = set(self.numbers.values())
        self.kinds: dict[str, str] = {}
        self.by_name: dict[tuple[str, str], list[str]] = {}
        self.by_phone: dict[str, list[str]] = {}
        for pk, name_en, name_fr, region, kind, phone, active in names():
            key = str(pk)
            self.kinds[key] = kind
            if not active or key in self.of_source:
                continue
            for name in {plain(name_en), plain(name_fr)}:
                self.by_name.setdefault((name, region), []).append(key)
            if digits := _digits(phone):
                self.by_phone.setdefault(digits, []).append(key)

    def numbered(self, key: str) -> str:
        """By the number of the source, or by our own, as an export has it."""
        return self.numbers.get(key) or (key if key in self.kinds else "")

    def alike(self, line: Line) -> tuple[str, bool]:
        """Another one like it, and whether it is likely the same: name, region and kind."""
        draft, kind = line.draft, line.draft.get("kind")
        region = str(draft.get("region") or "")
        named = [
            key
            for name in {plain(str(draft.get(code) or "")) for code in ("name_en", "name_fr")}
            for key in self.by_name.get((name, region), ())
        ]
        if named:
            first = next((key for key in named if self.kinds[key] == kind), named[0])
            return first, self.kinds[first] == kind
        called = self.by_phone.get(_digits(str(draft.get("phone") or "")), [])
        return (called[0] if called else ""), False


class Matching:
    """Rows of one file, in its order: none may take the service of one before it."""

    def __init__(self, source: str, *, lock: bool = False) -> None:
        self.known, self.units, self.lock = Known(source), Units(), lock
        self.claimed: set[str] = set()
        # What stands now, of the rows settled last.
        self.here: Mapping[str, Stored] = {}

    def settle(self, lines: Sequence[Line]) -> None:
        """Say of each what it would do; of what is hidden nothing is left in its draft."""
        for line in lines:
            line.faults = [fault for fault in line.faults if fault[1] not in FOUND_HERE]
            line.notes = [note for note in line.notes if note[1] not in NOTED_HERE]
            line.service, line.alike, line.before = "", "", {}
            if not line.faults:
                self._find(line)
        wanted = {key for line in lines for key in (line.service, line.alike) if key}
        self.here = stored(wanted, lock=self.lock) if wanted else {}
        for line in lines:
            self._compare(line)
            line.deed = self._deed(line)

    def _find(self, line: Line) -> None:
        found = self.known.numbered(line.key)
        if not found:
            line.alike, likely = self.known.alike(line)
            if line.alike in self.claimed:
                line.alike, likely = "", False
            answer = line.answer or (SAME if likely else OTHER)
            found = line.alike if line.alike and answer == SAME else ""
        if found and found in self.claimed:
            line.faults.append(("", Wrong.CLAIMED))
            return
        line.service = found
        self.claimed |= {found} - {""}

    def _compare(self, line: Line) -> None:
        like = self.here.get(line.service or line.alike)
        if line.faults:  # nothing is done with it: it keeps no address either
            forget(line)
            return
        if _must_hide(line, like):
            withhold(line)
        if line.service:
            _change(line, self.here[line.service], self.units)
            return
        unit = self.units.find(line.draft)
        if isinstance(unit, Wrong):
            line.faults.append(("organisation", unit))

    def _deed(self, line: Line) -> str:
        if line.faults:
            return Deed.REFUSE
        if not line.service:
            return Deed.NEW
        return Deed.UPDATE if line.before else Deed.SAME


def canonical(value: object) -> Value:
    """As a draft holds it: the same thing said in two ways is the same."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    if isinstance(value, bool | int | float) or value is None:
        return value
    return str(value)  # a day


def _must_hide(line: Line, like: Stored | None) -> bool:
    if like and like["confidential"]:
        return True
    if line.service and line.draft.get("confidential") is None:
        return False  # an open service stays one
    return is_hidden(line.draft)


def _change(line: Line, here: Stored, units: Units) -> None:
    draft = line.draft
    said = draft.get("confidential")
    if said is not None and said != here["confidential"]:
        line.notes.append(("confidential", Wrong.OPENNESS))
    if units.is_another(draft, here["unit_id"]):
        line.notes.append(("organisation", Wrong.RUN_BY))
    total = draft.get("places_total")
    if isinstance(total, int) and total < here["places_free"]:
        line.faults.append(("places_total", Wrong.FREE_THERE))
    merged: Stored = {**here, **draft}
    if merged["age_min"] > merged["age_max"]:
        line.faults.append(("age_min", Wrong.AGES_THERE))
    if line.faults:
        return
    changed = [
        code
        for code, value in draft.items()
        if code not in OF_A_NEW_ONE and value != canonical(here[code])
        and (value or code not in ("name_en", "name_fr"))
    ]  # fmt: skip
    line.before = {code: _kept(here[code]) for code in changed}
    if {*WHERE, "region"} & set(changed):
        line.before["location"] = _kept(here["location"])


def _kept(value: object) -> Value:
    """As JSON holds it, unchanged where it can."""
    return value if isinstance(value, str | int | float | list) or value is None else str(value)


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdecimal())
    return digits if len(digits) >= FEWEST_DIGITS else ""
