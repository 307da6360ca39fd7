"""A whole text cut into what can be looked at one by one: each resolution, and its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amparo.commitments.knowing import Outline, known
from amparo.commitments.loading.heads import Head, head_of, scope_of
from amparo.commitments.loading.items import Item, Said, items_of
from amparo.methods.resolutions import Document, Part
from amparo.methods.sessions.ordinals import Language


@dataclass(frozen=True)
class Draft:
    head: Head
    scope: str
    items: list[Item]


def drafts_of(text: Document, outlines: Sequence[Outline]) -> list[Draft]:
    """A document of ours is known by what it says, and lends its day and its title."""
    found = [_draft([part], text, outlines) for part in text.resolutions]
    if text.decisions:
        # Those of a session are one document: each has one number and few words.
        found.append(_draft(text.decisions, text, outlines))
    return found


def _draft(parts: Sequence[Part], text: Document, outlines: Sequence[Outline]) -> Draft:
    language: Language = "fr" if text.language == "fr" else "en"
    head = head_of(parts[0], text)
    ours = known(parts, outlines) if language == "fr" else None
    if ours:
        head = replace(
            head,
            key=ours.key,
            title=ours.title,
            organ=ours.organ,
            said_on=ours.said_on.isoformat() if ours.said_on else head.said_on,
            status=ours.status,
            symbol=ours.symbol,
        )
    said: Said = head.said(language, " ".join(map(words_of, parts)))
    items = [item for part in parts for item in items_of(part, said)]
    return Draft(head, scope_of(parts[0]), items)


def words_of(part: Part) -> str:
    """All its paragraphs as one text."""
    paragraphs = [*part.preamble, *part.operative]
    items = [item.text for paragraph in paragraphs for item in paragraph.subparagraphs]
    return " ".join([*(paragraph.text for paragraph in paragraphs), *items, part.text])
