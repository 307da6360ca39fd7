"""Which papers are printed, and whether the country's own templates of them can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.design.paper import MAIN, printed
from amparo.people.codes import listed
from amparo.vocab.datafile import DataError
from amparo.vocab.letters import OwnLetter

PLACE = re.compile(rf"{re.escape(MAIN)}:(\d+):")


@dataclass(frozen=True)
class Letter:
    """A paper that a room prints: its name in a pack, its languages, the values it has besides."""

    name: str
    languages: tuple[str, ...]
    values: tuple[str, ...]


_letters: dict[str, Letter] = {}


def register(letter: Letter) -> None:
    _letters[letter.name] = letter


def faults(own: OwnLetter) -> Iterator[DataError]:
    """What keeps this template from being printed, found by printing it with invented contents."""
    letter = _letters.get(own.name)
    if letter is None:
        known = ", ".join(sorted(_letters))
        yield DataError(f"{own.file}: there is no such letter; there are {known}")
    elif own.language and own.language not in letter.languages:
        known = ", ".join(letter.languages)
        yield DataError(f"{own.file}: {own.name} is not printed in it, only in {known}")
    else:
        tried = (own.language,) if own.language else letter.languages
        yield from (fault for language in tried if (fault := _fault(own, letter, language)))


def _fault(own: OwnLetter, letter: Letter, language: str) -> DataError | None:
    import typst  # only where a pack brings letters (ADR 16)

    try:
        printed(_invented(letter, language), own.text)
    except typst.TypstError as error:
        place = PLACE.search(error.diagnostic)
        where = f" (line {place[1]})" if place else ""
        return DataError(f"{own.file}: {error.message}{where}")
    return None


def _invented(letter: Letter, language: str) -> dict[str, object]:
    """Contents with every key that a template may ask for, and each kind of section."""
    line = {"label": "Label", "text": "A line", "own": False}
    section = {"heading": "Heading", "lead": ["Before"], "lines": [line], "listed": False}
    return {
        "title": "Title",
        "language": language,
        "right_to_left": listed("languages").map(language, "direction") == "rtl",
        "opening": ["Opening"],
        "sections": [
            section, section | {"listed": True}, section | {"lines": [line | {"own": True}]},
        ],
        "values": {name: name for name in letter.values},
    }  # fmt: skip
