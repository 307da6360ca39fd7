"""A document of ours as Akoma Ntoso, for whoever works with the texts elsewhere."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from amparo.commitments.clause_words import language
from amparo.commitments.models import Document, Paragraph, Place
from amparo.methods.akoma import About, written
from amparo.methods.resolutions import Paragraph as Read
from amparo.methods.resolutions import Part, Subparagraph

NUMBER = re.compile(r"(?:([IVXA-H]+)\.)?(?:pp)?(\d+)(\w*)")


def as_akoma(document: Document, paragraphs: Iterable[Paragraph]) -> bytes:
    """Of decisions, all that the document holds are one."""
    found = list(paragraphs)
    about = About(document.body, document.symbol, document.status, document.said_on, document.key)
    return written(_part(document, found), about, language=document.language)


def _part(document: Document, paragraphs: Sequence[Paragraph]) -> Part:
    of = {place: [p for p in paragraphs if p.place == place] for place in Place}
    return Part(
        kind="decision" if document.holds_decisions else "resolution",
        label="",
        title=_in_its_language(document, "title"),
        organ=_in_its_language(document, "body"),
        preamble=tuple(map(_read, of[Place.PREAMBLE])),
        operative=tuple(map(_read, of[Place.OPERATIVE])),
        text=" ".join(f"{p.number}. {p.text}" for p in of[Place.DECISION]),
    )


def _in_its_language(document: Document, name: str) -> str:
    spoken = document.language if document.language in ("fr", "en") else language()
    return str(getattr(document, f"{name}_{spoken}"))


def _read(paragraph: Paragraph) -> Read:
    found = NUMBER.fullmatch(paragraph.number)
    section, number, again = found.groups() if found else ("", "0", "")
    items = _items(paragraph.subparagraphs)
    return Read(int(number), paragraph.verb, paragraph.text, items, section or "", again)


def _items(items: Iterable[Mapping[str, Any]]) -> tuple[Subparagraph, ...]:
    return tuple(
        Subparagraph(each["label"], each["text"], _items(each["subparagraphs"])) for each in items
    )
