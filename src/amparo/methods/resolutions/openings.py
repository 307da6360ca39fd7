"""How a paragraph's line begins before its words: numbers, brackets of a draft, headings."""

import re
from dataclasses import dataclass

_AGAIN = r"(?P<{0}>bis|ter|quater|quinquies|sexies|septies|octies|alt\.?(?: ?\d)?)"
_AGREED = r"(?:\([^()]{0,80}\) ?)?"
# `1.` `(1)` `1 bis.` `1.-` as a page prints them, and `1` alone before a table's next cell.
_PRINTED = re.compile(
    r"^[\[“«\"|>\s*]{0,6}(?P<number>\d{1,3})"
    rf"(?: ?{_AGAIN.format('again')}\b)?(?P<sign> ?[.):°]-?| [-–—](?= ))?\s*"
    r"(?=[\[“«\"(]{0,3}[^\W\d_])",
    re.IGNORECASE,
)
# `OP1`, `OP 2 bis:`, `OP.3 (agreed)`; `PP` likewise: the numbers of a text under negotiation.
_NEGOTIATED = re.compile(
    rf"^[\[“«\"(|>\s*]{{0,6}}(?P<kind>[OP]P)\.? ?(?P<number>\d{{1,3}})"
    rf"(?: ?(?:{_AGAIN.format('again')}|(?P<letter>[a-e]))\b)?[ .:)\]–-]{{0,3}}{_AGREED}",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:(?:Section|Part|Partie|Chapitre|Chapter) )?(?P<label>[IVX]{1,5}|[A-H])\.?$"
)
_ANNEX = re.compile(
    r"^\[?(?:Annexe?|ANNEXE?|Appendi(?:x|ce)|APPENDI(?:X|CE)|Attachment|Enclosure|Pièce jointe)"
    r"(?: (?:[IVX\d]{1,4}|[A-H]))?(?:[*\]\s]{0,4}| ?[.:–—-] \S.{0,100})$"
)
# The meeting, the vote: what is printed below the last paragraph.
_CLOSING = re.compile(
    r"^[\[(]?(?:\d{1,5} ?(?:st|nd|rd|th|e|ère|re|er) ?(?:\(\w+\) )?(?:plenary |closed )?"
    r"(?:meeting|séance)\b|Adopt(?:ed|ée?) (?:by|at|without|unanimously|as|on|par|à|sans|le|lors)\b"
    r"|(?:Resolution|Résolution) (?:adopted|adoptée)\b|In favour:|Ont voté pour)"
)
_CLOSED = re.compile(r"[,;:.](?:[\])\"»”’*\s\d]{0,6}| (?:and|et|or|ou))$")
# `1. (a) Decides`: the first item begins where its paragraph does.
_FIRST_ITEM = re.compile(r"\(?[a-z]\) ?(?=[A-ZÀ-Ý])")
# What a scan makes of a 1.
_LOOKS_LIKE_ONE = re.compile(r"^[Il|]\. ?(?=[A-ZÀ-Ý])")
LONGEST_OPENING = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number: `again` is `bis`, `ter` ...; `sure`: with a sign that only numbers have.

    `negotiated`: printed as `OP1`, which nothing else is. `rest`: the words behind it.
    """

    number: int
    again: str
    sure: bool
    negotiated: bool
    rest: str

    @property
    def words(self) -> str:
        """What the paragraph opens with, behind the letter of an item that begins with it."""
        found = _FIRST_ITEM.match(self.rest)
        return self.rest[found.end() :] if found else self.rest


def mark_of(text: str) -> Mark | None:
    """The number that begins an operative paragraph, if one does."""
    head = text[:LONGEST_OPENING]
    found = _NEGOTIATED.match(head)
    if found:
        if found["kind"].upper() != "OP":
            return None
        again = (found["again"] or found["letter"] or "").lower()
        return Mark(int(found["number"]), again, True, True, text[found.end() :])
    found = _PRINTED.match(head)
    if not found:
        return None
    again, sure = (found["again"] or "").lower(), found["sign"] is not None
    return Mark(int(found["number"]), again, sure, False, text[found.end() :])


def without_preambular_number(text: str) -> tuple[str, bool]:
    """The words behind `PP1`, and whether it stood there."""
    found = _NEGOTIATED.match(text[:LONGEST_OPENING])
    if found and found["kind"].upper() == "PP":
        return text[found.end() :], True
    return text, False


def without_first_number(text: str) -> str:
    """The words behind what may be a 1 that was read wrongly."""
    found = _LOOKS_LIKE_ONE.match(text)
    return text[found.end() :] if found else text


def section_of(text: str) -> str:
    """The roman number or letter of a section's heading, or nothing."""
    found = _SECTION.match(text) if len(text) < LONGEST_OPENING else None
    return found["label"] if found else ""


def is_annex(text: str) -> bool:
    return len(text) < LONGEST_OPENING and _ANNEX.match(text) is not None


def is_closing(text: str) -> bool:
    """Whether the line says when or how the text above it was adopted."""
    return len(text) < LONGEST_OPENING and _CLOSING.match(text) is not None


def is_closed(text: str) -> bool:
    """Whether a line ends as a paragraph or an item does."""
    return _CLOSED.search(text[-LONGEST_OPENING:]) is not None
