"""Which document of ours a text is, by what it says: a file's name tells nothing.

It is one when its title holds every word of the title we know, and its operative paragraphs have
the numbers and the opening verbs of what is asked.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from amparo.methods.resolutions import Part


@dataclass(frozen=True)
class Outline:
    """How a document of ours is known: by its French title, and each number's opening verb."""

    key: str
    title: str
    verbs: dict[str, str] = field(repr=False)
    holds_decisions: bool = False
    organ: str = ""
    symbol: str = ""
    status: str = ""
    said_on: date | None = None


def known(parts: Sequence[Part], outlines: Sequence[Outline]) -> Outline | None:
    """Of one resolution, or of all decisions of a text."""
    return next((outline for outline in outlines if _is(parts, outline)), None)


def _is(parts: Sequence[Part], outline: Outline) -> bool:
    if outline.holds_decisions:
        # Decisions have no numbered paragraphs: those of a session are known by their symbols.
        return [part.label for part in parts] == list(outline.verbs)
    return len(parts) == 1 and has_title_of(parts[0], outline) and _asks_as(parts[0], outline)


def has_title_of(part: Part, outline: Outline) -> bool:
    return not outline.holds_decisions and words(outline.title) <= words(part.title)


def _asks_as(part: Part, outline: Outline) -> bool:
    verbs = {str(p.number): p.verb.casefold() for p in part.operative}
    return len(verbs) == len(part.operative) == len(outline.verbs) and all(
        verbs.get(number, "").startswith(verb.casefold()) for number, verb in outline.verbs.items()
    )


def words(title: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", title.casefold())
    return set(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))
