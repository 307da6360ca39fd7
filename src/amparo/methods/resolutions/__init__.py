"""Read the plain text of a United Nations resolution or draft: its parts and paragraphs.

    document = read(text)
    for part in document.parts:
        for paragraph in part.operative: ...

The rules are general: an enacting clause, openings looked up in a table per language, numbers that
follow each other. Indentation and emphasis help nothing and hurt nothing.
"""

from .english import ENGLISH
from .french import FRENCH
from .layout import lines_of
from .mending import printed_in
from .model import Document, NotAResolution, Paragraph, Part, Subparagraph
from .parts import parts_of
from .tongue import Tongue, spoken

__all__ = ["Document", "NotAResolution", "Paragraph", "Part", "Subparagraph", "read"]

TONGUES = (FRENCH, ENGLISH)
_ALLOWED_CONTROLS = "\t\n\r\f\v\x85"
_MOST_CONTROLS = 0.01
_FEWEST_WITHOUT_ORGAN = 2


def read(text: str) -> Document:
    """The structure of a resolution's text.

    Raises NotAResolution, whose message says why, for a text that is not one.
    """
    _refuse_what_is_not_text(text)
    tongue = spoken(text, TONGUES)
    lines = lines_of(text, tongue)
    printed = printed_in((line.text for line in lines), tongue.common)
    parts = [part for part in parts_of(lines, tongue, printed) if part.operative or part.text]
    _refuse_without_operative(parts, tongue)
    return Document(tongue.code, tuple(parts))


def _refuse_what_is_not_text(text: str) -> None:
    if not text.strip():
        raise NotAResolution("empty", "The file is empty.")
    strange = sum(
        character == "\ufffd" or (not character.isprintable() and ord(character) < 160)
        for character in text
        if character not in _ALLOWED_CONTROLS
    )
    if "\0" in text or strange > _MOST_CONTROLS * len(text):
        raise NotAResolution(
            "not_text",
            "The file is not plain text: it holds characters that no written page has. "
            "Copy the words of the resolution into a text file.",
        )


def _refuse_without_operative(parts: list[Part], tongue: Tongue) -> None:
    if any(part.operative and part.organ for part in parts):
        return
    if any(_reads_as_an_extract(part, tongue) for part in parts):
        return
    verbs = ", ".join(f"“{verb}”" for verb in tongue.examples)
    raise NotAResolution(
        "no_operative",
        f"The text has no numbered operative paragraph that opens with a verb such as {verbs}.",
    )


def _reads_as_an_extract(part: Part, tongue: Tongue) -> bool:
    """Whether paragraphs that no body introduces are still a resolution's: at least two, from 1,
    each with a verb of the table and closed by a semicolon. A recipe's steps are not."""
    paragraphs = part.operative
    return (
        len(paragraphs) >= _FEWEST_WITHOUT_ORGAN
        and paragraphs[0].number == 1
        and all(tongue.operative_verb(paragraph.text) for paragraph in paragraphs)
        and all(_last_words(paragraph).endswith(";") for paragraph in paragraphs[:-1])
    )


def _last_words(paragraph: Paragraph) -> str:
    return paragraph.subparagraphs[-1].text if paragraph.subparagraphs else paragraph.text
