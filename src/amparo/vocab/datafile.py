"""Read a TOML file whose every mistake is told with the file, the entry and the key."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

# A paragraph of the five texts: S0 to S3, and the five parts of S4; pp. marks the preamble.
PARAGRAPH = re.compile(r"S([0-3]|4-(I|II|III|IV|V)) (¶|pp\.)\d{1,2}[a-z]?")


T = TypeVar("T")


class DataError(ValueError):
    """A data file does not fit its schema; the message names the file, the entry and the key."""


@dataclass(frozen=True)
class Text:
    """One text in the two languages that every data file carries."""

    en: str
    fr: str

    def say(self, language: str) -> str:
        """The text in `language` (`fr`, `fr-ca`, …); English stands in for any other."""
        return self.fr if language.lower().split("-")[0] == "fr" else self.en


class Entry:
    """One table of a TOML file, read key by key; `close()` refuses the keys nobody asked for."""

    # The header of this table in the file, such as "[[clock]]", and which of those it is.
    header: str = ""
    nth: int = 1

    def __init__(self, values: dict[str, Any], file: Path, place: str = "") -> None:
        self.values = values
        self.file = file
        self.place = place
        self._asked: set[str] = set()

    def error(self, key: str, why: str) -> DataError:
        where = ".".join(part for part in (self.place, key) if part)
        return DataError(f"{self.file.name}: {where}: {why}{self._line(key)}")

    def _line(self, key: str) -> str:
        """Where to look, as " (line 12)": the key of this table, or where its table begins."""
        number = line_of(self.file, self.header, self.nth, key)
        return f" (line {number})" if number else ""

    def _read(self, key: str, kind: type[T], default: T | None = None) -> T:
        self._asked.add(key)
        value = self.values.get(key, default)
        if value is None:
            raise self.error(key, "is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(key, f"should be {kind.__name__}, is {value!r}")
        return value

    def text(self, key: str) -> str:
        value = self._read(key, str)
        if not value.strip():
            raise self.error(key, "is empty")
        return value

    def optional(self, key: str) -> str | None:
        return self.text(key) if self.has(key) else None

    def number(self, key: str, least: int = 0) -> int:
        value = self._read(key, int)
        if value < least:
            raise self.error(key, f"should be {least} or more, is {value}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        return self._read(key, bool, default)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings; none when the key is absent."""
        values = self._read(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(key, "should hold only texts")
        return tuple(values)

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        value, choices = self.text(key), sorted(allowed)
        if value not in choices:
            raise self.error(key, f"should be one of {', '.join(choices)}, is {value!r}")
        return value

    def both(self, key: str = "") -> Text:
        """The texts `en` and `fr`, or `<key>_en` and `<key>_fr`."""
        prefix = f"{key}_" if key else ""
        return Text(en=self.text(f"{prefix}en"), fr=self.text(f"{prefix}fr"))

    def cites(self, key: str) -> tuple[str, ...]:
        """Paragraphs of the mandate, each written like `S0 ¶5`; at least one."""
        values = self.words(key)
        for value in values:
            if not PARAGRAPH.fullmatch(value):
                raise self.error(key, f"{value!r} is no paragraph of the mandate")
        if not values:
            raise self.error(key, "is missing")
        return values

    def has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self.values

    def table(self, key: str) -> "Entry":
        place = f"{self.place}.{key}" if self.place else key
        entry = Entry(self._read(key, dict, {}), self.file, place)
        entry.header = f"[{place}]"
        return entry

    def tables(self, key: str, name: str = "code") -> list["Entry"]:
        """The tables of an array, each known in errors by the value of its key `name`."""
        found = []
        for number, values in enumerate(self._read(key, list, []), start=1):
            if not isinstance(values, dict):
                raise self.error(key, f"entry {number} should be a table")
            place = f"{self.place}.{key}" if self.place else key
            entry = Entry(values, self.file, f"{place}[{values.get(name, number)}]")
            entry.header, entry.nth = f"[[{place}]]", number
            found.append(entry)
        return found

    def close(self) -> None:
        if unknown := sorted(self.values.keys() - self._asked):
            raise self.error(unknown[0], "is not a key of this schema")


def line_of(file: Path, header: str, number: int, key: str) -> int:
    """The line of `key` in the `number`th table under `header`, else of the header; 0: not found.

    TOML's own reader tells lines only of what is no TOML, so this looks at the text again.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    starts = [0] if not header else [n for n, line in enumerate(lines, 1) if line.strip() == header]
    if len(starts) < number:
        return 0
    start = starts[number - 1]
    for count, line in enumerate(lines[start:], start + 1):
        if line.startswith("["):
            break
        if re.match(rf"{re.escape(key)}\s*=", line):
            return count
    return start


def read(file: Path) -> Entry:
    """The whole file as one entry; raises DataError when it is absent or not TOML."""
    try:
        return Entry(tomllib.loads(file.read_text(encoding="utf-8")), file)
    except FileNotFoundError:
        raise DataError(f"{file.name}: there is no such file in {file.parent.name}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{file.name}: is not TOML: {error}") from error


def once(entries: Iterable[tuple[str, Entry]]) -> None:
    """Refuse a code that is written twice."""
    seen: set[str] = set()
    for code, entry in entries:
        if code in seen:
            raise entry.error("code", f"{code!r} is written twice")
        seen.add(code)


def coded(sheet: Entry, key: str, needed: tuple[str, ...] = ()) -> list[tuple[str, Entry]]:
    """The tables of an array by their `code`: each once, none of `needed` missing."""
    rows = [(entry.text("code"), entry) for entry in sheet.tables(key)]
    once(rows)
    if missing := set(needed) - {code for code, _ in rows}:
        raise sheet.error(key, f"{sorted(missing)[0]!r} is missing")
    return rows
