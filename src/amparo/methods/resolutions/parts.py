"""Cut a document into its resolutions and decisions."""

import re
from dataclasses import dataclass

from .body import NUMBERED, Body
from .layout import Line
from .mending import Printed, joined
from .model import Part
from .tongue import Tongue

_HEADING = re.compile(
    r"^(?:(?P<draft>Projet de |Draft ))?(?P<kind>r[ée]solution|d[ée]cision)"
    r"(?: (?P<label>[IVXLC]{1,6}|[A-Z]{0,6}[-/ ]?\d{1,4}/\d{1,4}(?:/\d+)?|\d{1,4} \(\d{4}\)))?$",
    re.IGNORECASE,
)
_SYMBOL_TITLE = re.compile(r"^(\d{1,4}/\d{1,4}(?: [A-Z])?)\.? (?=\S)")
_SYMBOL_ALONE = re.compile(
    r"^(?:[AES]/(?:\w+/)*RES/(?:\w+/)*)?(\d{1,4}/\d{1,4}|\d{3,4} \(\d{4}\))$"
)
_SUBMITTERS = re.compile(r": ?(?:projet de (?:résolution|décision)|draft (?:resolution|decision))")
_CHAPTER = re.compile(r"^(?:[A-H]\. \S.*|(?:Annexe?|Chapitre|Chapter|Appendix)\b.{0,60})$")
_MASTHEAD = re.compile(
    r"^(?:Distr|Original|Point \d|Agenda item|\[|Resolution adopted|Résolution adoptée|Adopted"
    r"|Adoptée|.*\b(?:session|Session)$|.*Commission$|\d{1,2}(?:er)? \w+ \d{4}$)"
)
_LONGEST_TITLE = 8


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
    for place, line in enumerate(lines):
        matched = _HEADING.match(line.text)
        if matched and (line.gap or place == 0 or lines[place - 1].text.endswith((".", ":"))):
            _close_heading(found, heading)
            heading = (place, matched)
            continue
        clause = _clause_end(lines, place, tongue)
        if clause:
            top = heading[0] if heading else place
            kind, label = _named(heading)
            organ = " ".join(item.text for item in lines[place:clause]).rstrip(", ")
            found.append(Start(top, clause, kind, label, organ))
            heading = None
    _close_heading(found, heading)
    return found


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
        text = f"{text} {lines[end].text}".strip()
        if text.endswith(","):
            opens = tongue.is_organ(text) and _begins(lines[end + 1].text, tongue)
            return end + 1 if opens else None
    return None


def _begins(text: str, tongue: Tongue) -> bool:
    bare = re.sub(r"^\[?PP ?\d{1,3}[.:]?\s*", "", NUMBERED.sub("", text))
    return (
        tongue.preambular_verb(bare) is not None
        or tongue.operative_verb(bare) is not None
        or tongue.likely_preambular_verb(bare) is not None
    )


def _part(lines: list[Line], start: Start, end: int, words: tuple[Tongue, Printed]) -> Part:
    tongue, printed = words
    if not start.organ and start.kind == "decision":
        return _decision(lines[start.body : end], start, printed)
    inside = lines[start.body : end]
    label, title = _title(lines, start, printed)
    body = Body(tongue, _certain_numbers(inside, tongue))
    body.read(inside)
    return Part(
        kind=start.kind,
        label=start.label or label,
        title=title,
        organ=joined([start.organ], printed),
        preamble=tuple(draft.finished(printed, tongue) for draft in body.preamble),
        operative=tuple(draft.finished(printed, tongue) for draft in body.operative),
    )


def _certain_numbers(lines: list[Line], tongue: Tongue) -> frozenset[int]:
    numbered = ((NUMBERED.match(line.text), line.text) for line in lines)
    return frozenset(
        int(found[1])
        for found, text in numbered
        if found and tongue.operative_verb(text[found.end() :])
    )


def _title(lines: list[Line], start: Start, printed: Printed) -> tuple[str, str]:
    """The symbol printed above the title, if any, and the title."""
    clause = start.body - 1
    while clause > start.top and not lines[clause].text.startswith(start.organ[:12]):
        clause -= 1
    first = start.top + 1 if start.top < clause else max(0, clause - _LONGEST_TITLE)
    above = lines[first:clause]
    label = ""
    chosen: list[str] = []
    for place in range(len(above) - 1, -1, -1):
        text = above[place].text
        if _SUBMITTERS.search(text) or _MASTHEAD.match(text) or _SYMBOL_ALONE.match(text):
            break
        chosen.insert(0, _SYMBOL_TITLE.sub("", text))
        if _SYMBOL_TITLE.match(text) or above[place].gap:
            break
    for line in above:
        found = _SYMBOL_TITLE.match(line.text) or _SYMBOL_ALONE.match(line.text)
        label = found[1] if found else label
    return label, joined(chosen, printed)


def _decision(lines: list[Line], start: Start, printed: Printed) -> Part:
    """A decision has a title, then its words up to the next chapter of the document."""
    chapter = next((place for place, line in enumerate(lines) if _CHAPTER.match(line.text)), None)
    inside = lines[:chapter]
    split = next((place for place in range(1, len(inside)) if inside[place].gap), len(inside))
    return Part(
        kind="decision",
        label=start.label,
        title=joined((line.text for line in inside[:split]), printed),
        organ="",
        text=joined((line.text for line in inside[split:]), printed),
    )
