"""What a resolution is made of."""

from dataclasses import dataclass
from datetime import date


class NotAResolution(ValueError):
    """The text is not a resolution; the message says why.

    ``code`` is `empty`, `not_text`, `too_long` or `no_operative`, for whoever words the refusal on
    a screen.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Subparagraph:
    """A lettered or roman item: ``label`` is `a`, `b`, `i` ... without its bracket."""

    label: str
    text: str
    subparagraphs: tuple["Subparagraph", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A preambular or operative paragraph.

    ``number`` is the printed number; what is printed without one is counted in order from 1.
    ``again`` is what a draft prints behind it: `bis`, `ter`, `alt`.
    ``text`` holds the opening verb and everything up to the first sub-paragraph.
    ``section`` is the lone roman number or letter above paragraphs whose numbering starts again.
    """

    number: int
    verb: str
    text: str
    subparagraphs: tuple[Subparagraph, ...] = ()
    section: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """``mark`` is its number or `*`, ``text`` its words; both as printed."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One resolution or decision inside a document.

    ``label`` is its roman number (`II`) or symbol (`33/1`), empty when the text prints none.
    ``kind`` is `resolution` or `decision`. ``organ`` is the body that speaks. ``text`` is filled
    for a decision without numbered paragraphs only: all its words, as one string. ``status`` is
    what the text itself says: `draft`, `adopted`, `superseded`, or nothing.
    """

    kind: str
    label: str
    title: str
    organ: str
    preamble: tuple[Paragraph, ...] = ()
    operative: tuple[Paragraph, ...] = ()
    text: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its parts, in the order of the text. ``language`` is `fr` or `en`.

    ``symbol`` (`A/RES/72/195`, `33/1`), ``status``, ``said_on`` (the day of adoption, for a draft
    the day it bears) and ``session`` are what the text prints, empty or None when it prints none.
    """

    language: str
    parts: tuple[Part, ...]
    symbol: str = ""
    status: str = ""
    said_on: date | None = None
    session: str = ""
    footnotes: tuple[Footnote, ...] = ()

    @property
    def resolutions(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "resolution")

    @property
    def decisions(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "decision")

    @property
    def title(self) -> str:
        """Of the first part that has one."""
        return next((part.title for part in self.parts if part.title), "")
