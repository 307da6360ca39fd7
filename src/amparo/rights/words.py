"""What the person reads, in the languages whose sentences are all there (data/words.toml)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from amparo.people.country import country
from amparo.vocab.datafile import DataError, Entry, read

FILE = Path(__file__).parent / "data" / "words.toml"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
RIGHT_TO_LEFT = {"ar", "ckb", "fa", "prs", "ps", "ur"}
# The template sets what stands between these two apart, from left to right: a phone number keeps
# its order inside a right-to-left sentence. A stray one in a text sets only that text apart.
ISOLATE, END = "\u2068", "\u2069"
ARABIC = re.compile(r"[\u0590-\u08FF\uFB1D-\uFEFC]")

Sentences = Mapping[str, Mapping[str, str]]


@cache
def load(file: Path = FILE) -> Sentences:
    """Key -> language -> sentence. Raises DataError with the entry and the language at fault."""
    sheet = read(file)
    return {key: _entry(sheet.table(key)) for key in sheet.values}


def _entry(entry: Entry) -> dict[str, str]:
    said = {language: entry.text(language) for language in entry.values}
    if "en" not in said:
        raise entry.error("en", "is missing")
    wanted = set(PLACEHOLDER.findall(said["en"]))
    for language, sentence in said.items():
        if set(PLACEHOLDER.findall(sentence)) != wanted:
            raise entry.error(language, f"should have the placeholders {sorted(wanted)}")
    return said


def complete_languages(sentences: Sentences) -> tuple[str, ...]:
    """The languages in which every sentence can be said: no person gets half a paper."""
    return tuple(
        language
        for language in sorted({code for said in sentences.values() for code in said})
        if all(language in said for said in sentences.values())
    )


def languages() -> tuple[str, ...]:
    return complete_languages(load())


def own_name(language: str) -> str:
    """What the language calls itself."""
    return Locale.parse(language).get_display_name(language) or language


@dataclass(frozen=True)
class Speaker:
    """Says sentences in one language; what is filled in keeps its own direction."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in languages():
            raise DataError(f"{FILE.name}: {self.language!r} is not complete.")

    @property
    def right_to_left(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    def tell(self, key: str, **values: str) -> str:
        filled = {name: self.isolated(value) for name, value in values.items()}
        return load()[key][self.language].format(**filled)

    def code(self, family: str, code: str) -> str:
        """The sentence `family_code`, or `family_other` for a code that no sentence knows."""
        key = f"{family}_{code}"
        return self.tell(key if key in load() else f"{family}_other")

    def clock(self, rule: str, day: str) -> str:
        key = f"clock_{rule}"
        return self.tell(key if key in load() else "clock_other", day=day)

    def day(self, moment: datetime | date) -> str:
        if isinstance(moment, datetime):
            moment = moment.astimezone(ZoneInfo(country().timezone)).date()
        return format_date(moment, "long", locale=self.language)

    def language_name(self, code: str) -> str:
        return Locale.parse(self.language).languages.get(code) or code

    def listed(self, words: Iterable[str]) -> str:
        return ("، " if self.right_to_left else ", ").join(words)

    def isolated(self, value: str) -> str:
        foreign = self.right_to_left and not ARABIC.search(value)
        return f"{ISOLATE}{value}{END}" if foreign else value
