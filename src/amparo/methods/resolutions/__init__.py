"""Read the plain text of a United Nations resolution or draft: its parts and paragraphs.

    document = read(text)
    document.symbol, document.status, document.said_on, document.session, document.footnotes
    for part in document.parts:
        for paragraph in part.operative: ...

`methods.wordfiles` gives the text of a file. The rules are general: an enacting clause, openings
looked up in a table per language, numbers that follow each other. Indentation and emphasis help
nothing and hurt nothing. The time grows with the length of the text, whatever stands in it.
docs/reference/resolutions.md says what is read and what is not.
"""

import re

from .english import ENGLISH
from .french import FRENCH
from .layout import layout_of
from .masthead import described
from .mending import printed_in
from .model import Document, Footnote, NotAResolution, Paragraph, Part, Subparagraph
from .parts import parts_of
from .tongue import Tongue, spoken

__all__ = [
    "Document", "Footnote", "NotAResolution", "Paragraph", "Part", "Subparagraph", "read",
]  # fmt: skip

TONGUES = (FRENCH, ENGLISH)
# A text of a million words is a book; no page writes more than a few of the signs below.
MOST_CHARACTERS = 5_000_000
_STRANGE = re.compile("[\ufffd\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.01
_FEWEST_WITHOUT_ORGAN = 2


def read(text: str) -> Document:
    """The structure of a resolution's text.

    Raises NotAResolution, whose message says why, for a text that is not one.
    """
    _refuse_what_is_not_text(text)
    tongue = spoken(text, TONGUES)
    layout = layout_of(text, tongue)
    printed = printed_in((line.text for line in layout.lines), tongue.common)
    found = parts_of(layout.lines, tongue, printed)
    parts = [part for part in found if part.operative or part.text]
    _refuse_without_operative(parts, tongue)
    return described(Document(tongue.code, tuple(parts)), layout, tongue)


def _refuse_what_is_not_text(text: str) -> None:
    if not text.strip():
        raise NotAResolution("empty", "The file is empty.")
    if len(text) > MOST_CHARACTERS:
        raise NotAResolution("too_long", "The text is far longer than any resolution.")
    if "\0" in text or len(_STRANGE.findall(text)) > _MOST_CONTROLS * len(text):
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
