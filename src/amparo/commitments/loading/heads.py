"""What a part of a text is: its title and symbol, who speaks, when, and how it is cited here."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from amparo.commitments.loading.items import Said
from amparo.commitments.models import Status
from amparo.methods.resolutions import Document, Part
from amparo.methods.sessions.ordinals import Language

NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9]+")
LONGEST_KEY = 24
LONGEST_TITLE = 300


@dataclass(frozen=True)
class Head:
    """`key`: of the document of ours that it is, "" where it is none yet."""

    kind: str
    title: str
    organ: str = ""
    symbol: str = ""
    status: str = Status.DRAFT
    said_on: str = ""
    key: str = ""

    def as_data(self) -> dict[str, str]:
        return asdict(self)

    def said(self, language: Language, words: str) -> Said:
        """`words`: of the whole text."""
        on = date.fromisoformat(self.said_on) if self.said_on else None
        return Said(language, self.organ, on, f"{self.title} {words}")


def head_of(part: Part, text: Document) -> Head:
    """What the part prints, or else the text around it: of several, the symbol is not theirs."""
    own = part.label if "/" in part.label else ""
    alone = len(text.parts) == 1
    return Head(
        kind=part.kind,
        title=part.title[:LONGEST_TITLE],
        organ=part.organ,
        symbol=own or (text.symbol if alone else ""),
        status=part.status or text.status or Status.DRAFT,
        said_on=text.said_on.isoformat() if text.said_on else "",
    )


def from_data(data: Mapping[str, Any]) -> Head:
    return Head(**data)


def scope_of(part: Part) -> str:
    """By what the same text is known when it comes again, whatever file it comes in."""
    letters = unicodedata.normalize("NFKD", f"{part.kind} {part.label} {part.title}".casefold())
    words = re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c)))
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def key_for(symbol: str) -> str:
    """A/RES/78/228 is cited as A-RES-78-228: an address may hold no slash."""
    return NOT_IN_A_KEY.sub("-", symbol).strip("-")[:LONGEST_KEY]
