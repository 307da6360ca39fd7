"""What a resolution is made of."""

from dataclasses import dataclass


class NotAResolution(ValueError):
    """The text is not a resolution; the message says why.

    ``code`` is `empty`, `not_text` or `no_operative`, for whoever words the refusal on a screen.
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
    ``text`` holds the opening verb and everything up to the first sub-paragraph.
    ``section`` is the lone roman number or letter above paragraphs whose numbering starts again.
    """

    number: int
    verb: str
    text: str
    subparagraphs: tuple[Subparagraph, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One resolution or decision inside a document.

    ``label`` is its roman number (`II`) or symbol (`33/1`), empty when the text prints none.
    ``kind`` is `resolution` or `decision`. ``organ`` is the body that speaks. ``text`` is filled
    for a decision without numbered paragraphs only: all its words, as one string.
    """

    kind: str
    label: str
    title: str
    organ: str
    preamble: tuple[Paragraph, ...] = ()
    operative: tuple[Paragraph, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its parts, in the order of the text. ``language`` is `fr` or `en`."""

    language: str
    parts: tuple[Part, ...]

    @property
    def resolutions(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "resolution")

    @property
    def decisions(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "decision")
