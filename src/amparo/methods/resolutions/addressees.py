"""Whom a clause asks: those its verb has for its object, and no one who is named beside them.

"Requests the Secretary-General, in consultation with States, to …" asks the Secretary-General.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("addressees.toml")
# Verbs in the infinitive, after which it is said what is asked and no longer of whom.
INFINITIVE = (
    r"\w*(?:er|ir|oir|mettre|prendre|rendre|suivre|faire|dire|être|battre|duire|truire|clure"
    r"|pondre|tendre|fendre|crire|lire|vivre|naître|paraître|croître|oindre|eindre|aindre|vendre"
    r"|perdre|scendre|vaincre|rompre|traire|soudre|clore)\b"
)
LONGEST = 700  # characters of an object
THAT: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:,[^,;.]{1,60},)? ?(?:à ce )?qu(?:e |['’] ?)", re.IGNORECASE),
    "en": re.compile(r"(?:,[^,;.]{1,60},)? ?that,? ", re.IGNORECASE),
}


@dataclass(frozen=True)
class Said:
    """The codes of those named, in their order, and where the last one ends."""

    codes: tuple[str, ...]
    end: int


@dataclass(frozen=True)
class Table:
    """One language, compiled; the keys are those of addressees.toml."""

    names: Sequence[tuple[str, re.Pattern[str]]]
    words: Mapping[str, re.Pattern[str]]

    def asked(self, rest: str, verb: str, before: str) -> tuple[str, ...] | None:
        """Of an order: `rest` is what stands behind its verb, `before` what stood before it.

        None: the same who were asked before.
        """
        if self.words["thing"].match(verb):
            return ()
        rest = self.without_filler(rest[:LONGEST])
        if self.words["same"].match(rest) or before:
            return None
        return self.subject(rest) if self.that(rest) else self.object(rest)

    def without_filler(self, rest: str) -> str:
        filler = self.words["filler"].match(rest)
        return rest[filler.end() if filler else 0 :].lstrip()

    def subject(self, rest: str) -> tuple[str, ...] | None:
        """Who is to do what follows "that"; None: the same as before."""
        that = self.that(rest)
        rest = self.without_filler(rest[that.end() if that else 0 :])
        if self.words["same"].match(rest):
            return None
        return self.listed(rest).codes

    def that(self, rest: str) -> re.Match[str] | None:
        return self.words["that"].match(rest)

    def object(self, rest: str) -> tuple[str, ...]:
        end = self.words["end"].search(rest)
        if not end:
            return self.listed(rest).codes
        named = rest[: end.start()]
        beside = self.words["company"].search(named)
        named = named[: beside.start()] if beside else named
        asked = self.all(self.words["aside"].sub(",", f"{named},"))
        return tuple(dict.fromkeys((*asked, *self.again(rest[end.end() :])))) if asked else ()

    def again(self, rest: str) -> Iterator[str]:
        """Others whom the same verb asks for something else, further on."""
        for joint in self.words["again"].finditer(rest):
            name = self.name_at(rest, joint.end())
            if name and self.words["again_to"].match(rest, name[1]):
                yield name[0]

    def spoken_of(self, text: str) -> tuple[str, ...]:
        """Whom a sentence without an order names, wherever it does."""
        for mention in self.words["mentioned"].finditer(text):
            if self.name_at(text, mention.end()):
                return self.all(text[mention.end() :])
        return ()

    def duty(self, text: str) -> tuple[str, ...]:
        """Who must, as a sentence without an order says it."""
        for before in self.words["duty_before"].finditer(text):
            if said := self.listed(text[before.end() : before.end() + LONGEST].lstrip(", ")).codes:
                return said
        done = 0
        for start in self.words["subject"].finditer(text):
            if start.end() < done:
                continue  # what is listed from here ends where the list before it did
            said_here = self.listed(text[start.end() : start.end() + LONGEST])
            done = start.end() + said_here.end
            if said_here.codes and self.words["duty_after"].match(text, done):
                return said_here.codes
        return ()

    def listed(self, text: str) -> Said:
        """Those named one right after the other, from the beginning on."""
        found: dict[str, None] = {}
        position = end = 0
        while name := self.name_at(text, position):
            code, end = name
            found[code] = None
            attribute = self.words["attribute"].match(text, end)
            joint = self.words["joint"].match(text, attribute.end() if attribute else end)
            joint = joint or self.words["joint"].match(text, end)
            if not joint:
                break
            position = joint.end()
        return Said(tuple(found), end)

    def all(self, text: str) -> tuple[str, ...]:
        """Those named at the beginning and behind every joint. What begins with something else
        than a name asks for that thing."""
        found: dict[str, None] = {}
        position = 0
        while True:
            if name := self.name_at(text, position) or self.described_at(text, position):
                code, position = name
                found[code] = None
            elif not position and self.is_thing(text):
                return ()
            joint = self.words["joint"].search(text, position)
            if not joint:
                return tuple(found)
            position = joint.end()

    def is_thing(self, text: str) -> bool:
        article = self.words["article"].match(text)
        return text[article.end() if article else 0 :][:1].islower()

    def described_at(self, text: str, position: int) -> tuple[str, int] | None:
        """A name behind a word or two that describe it: "thematic special procedures"."""
        words = self.words["described"].match(text, position)
        for end in (words.end(1), words.end(2)) if words else ():
            if end > 0 and (name := self.name_at(text, end)):
                return name
        return None

    def name_at(self, text: str, position: int) -> tuple[str, int] | None:
        article = self.words["article"].match(text, position)
        for start in (article.end() if article else position, position):
            for code, said in self.names:
                if (name := said.match(text, start)) and name.end() > start:
                    return code, name.end()
        return None


@cache
def table(language: str) -> Table:
    sheet = tomllib.loads(DATA.read_text(encoding="utf-8"))
    names = [(row["code"], _word(row[language])) for row in sheet["addressee"]]
    words = dict(_words(sheet, language))
    states = ("states", _word(rf"(?:{sheet['countries'][language]})"))
    return Table([*names, states], {**words, "that": THAT[language]})


def _words(sheet: Mapping[str, Any], language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for key, row in sheet.items():
        if isinstance(row, dict) and key != "countries":
            pattern = row[language].replace("{infinitive}", INFINITIVE)
            yield key, re.compile(pattern, re.IGNORECASE)


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)
