"""What a text says of itself beside its paragraphs: symbol, status, day and session."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from .layout import Layout, Line
from .model import Document, Part
from .tongue import Tongue

_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z]{1,6}(?:/[A-Za-z0-9.\-]{1,12}(?:\(\d{1,4}\))?){1,8}(?: \(\d{4}\))?"
)
_ADOPTED_SYMBOL = re.compile(r"/RES/")
_DRAFT_SYMBOL = re.compile(r"/(?:L\.|CRP|WP)\d*")
_LABEL = re.compile(r"(?:S-)?\d{1,4}/\d{1,4}|\d{1,4} \(\d{4}\)")
_SESSION = re.compile(r"^.{2,60}\b[Ss]ession$")
_DAY = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)? ([^\W\d_]{3,9})\.? (\d{4})\b")
_SUPERSEDED = re.compile(
    r"\b(?:superseded|replaced) by\b|\bwithdrawn\b|\bremplacée? par\b|\bretirée?\b(?! de)",
    re.IGNORECASE,
)
_ADOPTION = re.compile(
    r"\b(?:r[ée]solution|d[ée]cision)s? (?:adopted|adoptée?s?) (?:by|par)\b"
    r"|^\W{0,3}Adopt(?:ed|ée?) (?:by|par|at|à|without|sans|on|le)\b"
    r"|\b\d{1,5}(?:st|nd|rd|th|e|ère|re|er) ?(?:\(\w+\) )?(?:plenary |closed )?"
    r"(?:meeting|séance)\b|\b(?:R[ée]solution|D[ée]cision) (?:of|du) \d",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:draft (?:resolution|decision)|projet de (?:résolution|décision)|zero draft|avant-projet"
    r"|chair(?:person)?['’]s (?:text|draft)|texte (?:de la|du) présid|rolling text|Limited$"
    r"|limitée$)",
    re.IGNORECASE,
)
_LINES_AT_END = 12
_LONGEST = 240


def described(document: Document, layout: Layout, tongue: Tongue) -> Document:
    """The document with what is printed around its paragraphs."""
    header = [line.strip() for line in layout.header if line.strip()]
    closing = list(_closing(layout.lines))
    symbol = _symbol(header, document.parts)
    status = _status(header, closing, symbol)
    parts = tuple(replace(part, status=_of_part(part, status)) for part in document.parts)
    if not status and len({part.status for part in parts}) == 1:
        status = parts[0].status
    return replace(
        document,
        parts=parts,
        symbol=symbol,
        status=status,
        said_on=_said_on(header, closing, (status, tongue)),
        session=next((line for line in header if _SESSION.match(line)), ""),
        footnotes=tuple(layout.footnotes),
    )


def _closing(lines: Sequence[Line]) -> Iterator[str]:
    """The short lines at the end: the meeting, the day, the vote."""
    for line in lines[-_LINES_AT_END:]:
        if len(line.text) < _LONGEST:
            yield line.text


def _symbol(header: Sequence[str], parts: Sequence[Part]) -> str:
    for line in header:
        # Reports that the text is based on stand in brackets; links lead elsewhere.
        if line[:1] not in "[(" and "://" not in line and len(line) < _LONGEST:
            found = _SYMBOL.search(line)
            if found and any(sign.isdigit() for sign in found[0]):
                return found[0].rstrip(".-")
    labels = [part.label for part in parts if _LABEL.fullmatch(part.label)]
    return labels[0] if len(labels) == 1 else ""


def _status(header: Sequence[str], closing: Sequence[str], symbol: str) -> str:
    if any(_SUPERSEDED.search(line) for line in header if len(line) < _LONGEST):
        return "superseded"
    if _ADOPTED_SYMBOL.search(symbol):
        return "adopted"
    if _DRAFT_SYMBOL.search(symbol):
        return "draft"
    # A line may end inside of the words.
    if any(_DRAFT.search(line) for line in (*header, " ".join(header[-_LINES_AT_END:]))):
        return "draft"
    if any(_ADOPTION.search(line) for line in (*header, *closing)):
        return "adopted"
    return ""


def _of_part(part: Part, whole: str) -> str:
    """A report holds drafts and what was adopted: there each part's own heading says it."""
    if whole:
        return whole
    return "adopted" if _LABEL.fullmatch(part.label) else ""


def _said_on(
    header: Sequence[str], closing: Sequence[str], said: tuple[str, Tongue]
) -> date | None:
    status, tongue = said
    if status == "adopted":
        adopted = [place for place, line in enumerate(header) if _ADOPTION.search(line)]
        near = [" ".join(header[place : place + 2]) for place in adopted]
        found = _first_day([*near, *closing], tongue)
        if found:
            return found
    return _first_day(header, tongue)


def _first_day(lines: Sequence[str], tongue: Tongue) -> date | None:
    for line in lines:
        for found in _DAY.finditer(line[:_LONGEST]):
            month = tongue.months.get(found[2].lower())
            try:
                return date(int(found[3]), month or 0, int(found[1]))
            except ValueError:
                continue
    return None
