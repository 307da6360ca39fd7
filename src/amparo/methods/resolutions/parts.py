"""Cut a document into its resolutions and decisions."""

import re
from dataclasses import dataclass

from .body import Body
from .layout import Line
from .mending import Printed, joined
from .model import Part
from .openings import is_annex, is_closed, mark_of, section_of, without_preambular_number
from .tongue import BEFORE_WORDS, Tongue, capital

_HEADING = re.compile(
    r"^(?:(?P<draft>Projet de |Draft ))?(?P<kind>r[ée]solution|d[ée]cision)"
    r"(?: (?P<label>[IVXLC]{1,6}|[A-Z]{0,6}[-/ ]?\d{1,4}/\d{1,4}(?:/\d+)?|\d{1,4} \(\d{4}\)))?$",
    re.IGNORECASE,
)
_SYMBOL_TITLE = re.compile(
    r"^((?:S-)?\d{1,4}/(?:\d{1,4}|…|\.{3}|_{2,4}|\[…\]|\[\.{3}\])(?: [A-Z])?|\d{1,4} \(\d{4}\))"
    r"\.? (?=\S)"
)
_SYMBOL_ALONE = re.compile(
    r"^(?:[AES]/(?:\w{1,9}/){0,3}RES/(?:\w{1,9}/){0,3})?(\d{1,4}/\d{1,4}|\d{3,4} \(\d{4}\))$"
)
_SUBMITTERS = re.compile(r": ?(?:projet de (?:résolution|décision)|draft (?:resolution|decision))")
_CHAPTER = re.compile(r"^(?:[A-H]\. \S.*|(?:Annexe?|Chapitre|Chapter|Appendix)\b.{0,60})$")
_MASTHEAD = re.compile(
    r"^(?:Distr|Original|Point \d|Agenda item|Item \d|\[|Resolution adopted"
    r"|Résolution adoptée|Adopted|Adoptée?|.{0,80}\b[Ss]ession$|.{0,80}Commission$"
    r"|.{0,40}\d{1,2}(?:er)? \w{3,9} \d{4}\.?$)"
)
_DRAFT_ALONE = re.compile(
    r"^(?:Draft|Revised draft|Projet de|Avant-projet de) r[ée]solution(?: r[ée]vis[ée]e?)?$"
)
_LONGEST_TITLE = 8
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins: its heading or title at ``top``, its first paragraph at ``body``."""

    top: int
    body: int
    kind: str
    label: str
    organ: str


def parts_of(lines: list[Line], tongue: Tongue, printed: Printed) -> list[Part]:
    starts = _starts(lines, tongue)
    if not starts:
        whole = Start(0, 0, "resolution", "", "")
        return [_part(lines, whole, len(lines), (tongue, printed))]
    ends = [start.top for start in starts[1:]] + [len(lines)]
    return [
        _part(lines, start, end, (tongue, printed)) for start, end in zip(starts, ends, strict=True)
    ]


def _starts(lines: list[Line], tongue: Tongue) -> list[Start]:
    found: list[Start] = []
    heading: tuple[int, re.Match[str]] | None = None
    annexed = False
    for place, line in enumerate(lines):
        matched = _HEADING.match(line.text) if len(line.text) < _LONGEST_NAME else None
        if matched and (line.gap or place == 0 or is_closed(lines[place - 1].text)):
            _close_heading(found, heading)
            heading, annexed = (place, matched), False
            continue
        # What an annex says in the body's name belongs to the resolution above it.
        annexed = (annexed or (bool(found) and is_annex(line.text))) and not _titled(line.text)
        clause = None if annexed else _clause_end(lines, place, tongue)
        if clause:
            top = heading[0] if heading else place
            kind, label = _named(heading)
            organ = " ".join(item.text for item in lines[place:clause]).strip(BEFORE_WORDS + ",")
            found.append(Start(top, clause, kind, label, organ))
            heading = None
    _close_heading(found, heading)
    return found


def _titled(text: str) -> bool:
    return _SYMBOL_TITLE.match(text) is not None


def _close_heading(found: list[Start], heading: tuple[int, re.Match[str]] | None) -> None:
    """A heading without an enacting clause below it is a decision in running words."""
    kind, label = _named(heading)
    if heading and kind == "decision":
        found.append(Start(heading[0], heading[0] + 1, kind, label, ""))


def _named(heading: tuple[int, re.Match[str]] | None) -> tuple[str, str]:
    if not heading:
        return "resolution", ""
    kind = "decision" if heading[1]["kind"].lower().startswith("d") else "resolution"
    return kind, heading[1]["label"] or ""


def _clause_end(lines: list[Line], place: int, tongue: Tongue) -> int | None:
    """The place after an enacting clause (a body's name on up to three lines), or nothing."""
    if not tongue.starts_organ(lines[place].text):
        return None
    text = ""
    for end in range(place, min(place + 3, len(lines) - 1)):
        if end > place and tongue.is_organ(lines[end].text):
            return None  # what stands above begins like a body's name and is a title
        text = f"{text} {lines[end].text}".strip()
        below = lines[end + 1].text
        if text.endswith(","):
            begins = _begins(below, tongue) or section_of(below) != ""
            return end + 1 if tongue.is_organ(text) and begins else None
        # The comma may be lost; then the next line has to be beyond doubt.
        if len(text) < _LONGEST_NAME and not is_closed(text) and _recites(below, tongue):
            return end + 1
    return None


def _begins(text: str, tongue: Tongue) -> bool:
    mark = mark_of(text)
    bare, numbered = without_preambular_number(mark.rest if mark else text)
    bare = capital(bare)
    return (
        numbered
        or tongue.preambular_verb(bare) is not None
        or tongue.operative_verb(bare) is not None
        or tongue.likely_preambular_verb(bare) is not None
    )


def _recites(text: str, tongue: Tongue) -> bool:
    bare, numbered = without_preambular_number(text)
    return numbered or tongue.preambular_verb(bare) is not None


def _part(lines: list[Line], start: Start, end: int, words: tuple[Tongue, Printed]) -> Part:
    tongue, printed = words
    if not start.organ and start.kind == "decision":
        return _decision(lines[start.body : end], start, words)
    label, title = _title(lines, start, printed)
    body = Body(tongue, lines[start.body : end])
    body.read()
    return Part(
        kind=start.kind,
        label=start.label or label,
        title=title,
        organ=joined([start.organ], printed),
        preamble=tuple(draft.finished(printed, tongue) for draft in body.preamble),
        operative=tuple(draft.finished(printed, tongue) for draft in body.operative),
    )


def _title(lines: list[Line], start: Start, printed: Printed) -> tuple[str, str]:
    """The symbol printed above the title, if any, and the title."""
    clause = start.body - 1
    while clause > start.top and not lines[clause].text.startswith(start.organ[:12]):
        clause -= 1
    # Some print the title above the heading.
    first = start.top + 1 if start.top + 1 < clause else max(0, clause - _LONGEST_TITLE)
    above = lines[first:clause]
    chosen = _above(above)
    label = ""
    for line in above:
        found = _SYMBOL_TITLE.match(line.text) or _SYMBOL_ALONE.match(line.text)
        label = found[1] if found else label
    return label, joined(chosen, printed)


def _above(lines: list[Line]) -> list[str]:
    """The lines of a title that ends at the last of these."""
    chosen: list[str] = []
    for line in reversed(lines):
        if _DRAFT_ALONE.match(line.text) and not chosen:
            continue
        if any(pattern.match(line.text) for pattern in (_MASTHEAD, _SYMBOL_ALONE, _HEADING)):
            break
        if _SUBMITTERS.search(line.text) or (not chosen and is_closed(line.text)):
            break
        chosen.insert(0, _SYMBOL_TITLE.sub("", line.text))
        if _SYMBOL_TITLE.match(line.text) or line.gap:
            break
    return chosen


def _decision(lines: list[Line], start: Start, words: tuple[Tongue, Printed]) -> Part:
    """A decision has a title, then its words up to the next chapter of the document."""
    tongue, printed = words
    chapter = next((place for place, line in enumerate(lines) if _CHAPTER.match(line.text)), None)
    inside = lines[:chapter]
    places = range(1, len(inside))
    split = next((place for place in places if inside[place].gap), None) or next(
        (place for place in places if tongue.starts_organ(inside[place].text)), len(inside)
    )
    return Part(
        kind="decision",
        label=start.label,
        title=joined((line.text for line in inside[:split]), printed),
        organ="",
        text=joined((line.text for line in inside[split:]), printed),
    )
