"""PDF: the words of its pages in their order; a small number on its own is a footnote's mark."""

import io
import logging
import re
from dataclasses import dataclass, field
from time import monotonic

from .elements import Element
from .refusals import encrypted, scan, too_large

MOST_PAGES = 400
MOST_CHARACTERS = 5_000_000
MOST_OF_A_STREAM = 10_000_000
MOST_OPERATIONS = 1_500_000
# Forms inside of forms inside of forms: a small file that draws without end.
MOST_FORMS = 20_000
MOST_SECONDS = 60
_FEWEST_LETTERS = 40
_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"(\s*)(\d{1,3}|\*)(\s*)")
# A mark of a note is set at most in three quarters of the size of what stands before it.
_SMALL = 0.8


@dataclass
class Effort:
    """What a whole file made us do so far. Raises NotReadable beyond what a document needs."""

    operations: int = 0
    forms: int = 0
    characters: int = 0
    until: float = field(default_factory=lambda: monotonic() + MOST_SECONDS)

    def count(self, operator: bytes, *_rest: Element) -> None:
        self.operations += 1
        self.forms += operator == b"Do"
        if (
            self.operations > MOST_OPERATIONS
            or self.forms > MOST_FORMS
            or self.characters > MOST_CHARACTERS
            or monotonic() > self.until
        ):
            raise too_large()


@dataclass
class Page:
    """Takes the pieces of a page as they come; `size` is that of the last words."""

    effort: "Effort"
    pieces: list[str] = field(default_factory=list)
    size: float = 0.0

    def take(self, text: str, *placed: Element) -> None:
        """A piece as pypdf hands it out: its matrices, its font and its size."""
        current, matrix, _font, size = placed
        height = abs(size * _scale(matrix) * _scale(current))
        number = _NUMBER.fullmatch(text)
        if number and text.strip() != "*" and 0 < height < self.size * _SMALL:
            text = f"{number[1]}<sup>{number[2]}</sup>{number[3]}"
        elif _LETTERS.search(text):
            self.size = height
        self.effort.characters += len(text)
        self.pieces.append(text)


def text_of(content: bytes) -> str:
    from pypdf import apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells each flaw of a file
    with apply_configuration(
        zlib_maximum_output_length=MOST_OF_A_STREAM,
        lzw_maximum_output_length=MOST_OF_A_STREAM,
        run_length_maximum_output_length=MOST_OF_A_STREAM,
        array_based_stream_maximum_output_length=MOST_OF_A_STREAM,
    ):
        return _text_of(content)


def _text_of(content: bytes) -> str:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    # Many are locked against changes only, which an empty password opens.
    if reader.is_encrypted and not reader.decrypt(""):
        raise encrypted()
    if len(reader.pages) > MOST_PAGES:
        raise too_large()
    effort = Effort()
    return _joined([_page(each, effort) for each in reader.pages])


def _page(source: Element, effort: Effort) -> str:
    page = Page(effort)
    source.extract_text(visitor_text=page.take, visitor_operand_before=effort.count)
    return "".join(page.pieces)


def _joined(pages: list[str]) -> str:
    text = "\f".join(pages)
    if len(_LETTERS.findall(text[: _FEWEST_LETTERS * 100])) < _FEWEST_LETTERS:
        raise scan()
    return text


def _scale(matrix: Element) -> float:
    return float(abs(matrix[3]) or abs(matrix[1])) if matrix else 1.0
