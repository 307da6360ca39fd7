"""Reads the files of resolutions and finds, by what they say, which document of ours each is.

A file's name tells nothing. A part is a document of ours when its title holds every word of the
title we know, and its operative paragraphs have the numbers and the opening verbs of what is asked.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amparo.methods.resolutions import NotAResolution, Part, Subparagraph, read

# The longest resolutions of the United Nations stay far below; a larger file is something else.
MOST_BYTES = 2_000_000


class Unreadable(ValueError):
    """The file gives no text of ours; the message says why."""


@dataclass(frozen=True)
class Outline:
    """How a document of ours is known: by its French title, and each number's opening verb."""

    key: str
    title: str
    verbs: dict[str, str]
    holds_decisions: bool


@dataclass(frozen=True)
class Passage:
    number: str
    verb: str
    text: str
    subparagraphs: list[dict[str, Any]]


@dataclass(frozen=True)
class Reading:
    """One document of ours, as it stands in a file."""

    key: str
    passages: tuple[Passage, ...]
    sha256: str
    holds_decisions: bool


def read_file(file: Path, outlines: Sequence[Outline]) -> list[Reading]:
    """Every document of ours in `file`. Raises Unreadable when there is none."""
    if file.stat().st_size > MOST_BYTES:
        raise Unreadable("The file is far larger than any resolution.")
    content = file.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        found = read(content.decode("utf-8-sig", errors="replace"))
    except NotAResolution as refusal:
        raise Unreadable(str(refusal)) from refusal
    if found.language != "fr":
        raise Unreadable("The text is not in French, the language of the paragraphs shown here.")
    readings = [
        *_resolutions(found.resolutions, outlines, sha256),
        *_decisions(found.decisions, outlines, sha256),
    ]
    if not readings:
        raise Unreadable(_why_unknown(found.parts[0], outlines))
    return readings


def _resolutions(
    parts: Sequence[Part], outlines: Sequence[Outline], sha256: str
) -> Iterator[Reading]:
    for part in parts:
        for outline in outlines:
            if _has_title_of(part, outline) and _asks_as(part, outline):
                passages = tuple(
                    Passage(str(p.number), p.verb, p.text, _items(p.subparagraphs))
                    for p in part.operative
                )
                yield Reading(outline.key, passages, sha256, holds_decisions=False)


def _items(subparagraphs: Sequence[Subparagraph]) -> list[dict[str, Any]]:
    return [
        {"label": s.label, "text": s.text, "subparagraphs": _items(s.subparagraphs)}
        for s in subparagraphs
    ]


def _decisions(
    parts: Sequence[Part], outlines: Sequence[Outline], sha256: str
) -> Iterator[Reading]:
    """Decisions have no numbered paragraphs: those of a session are known by their symbols."""
    for outline in outlines:
        if outline.holds_decisions and [part.label for part in parts] == list(outline.verbs):
            passages = tuple(Passage(part.label, "", part.text, []) for part in parts)
            yield Reading(outline.key, passages, sha256, holds_decisions=True)


def _has_title_of(part: Part, outline: Outline) -> bool:
    return not outline.holds_decisions and _words(outline.title) <= _words(part.title)


def _asks_as(part: Part, outline: Outline) -> bool:
    verbs = {str(p.number): p.verb.casefold() for p in part.operative}
    return len(verbs) == len(part.operative) == len(outline.verbs) and all(
        verbs.get(number, "").startswith(verb.casefold()) for number, verb in outline.verbs.items()
    )


def _words(title: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", title.casefold())
    return set(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


def _why_unknown(part: Part, outlines: Sequence[Outline]) -> str:
    for outline in outlines:
        if _has_title_of(part, outline):
            return (
                f"It has the title of {outline.key}, but not its {len(outline.verbs)} operative "
                "paragraphs with their opening verbs: it is another version of that text."
            )
    return f"Nothing is known here of a resolution with the title “{part.title}”."
