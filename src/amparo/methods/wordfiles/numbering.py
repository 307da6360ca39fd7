"""The numbers that a word processor draws before paragraphs and does not write into them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .elements import Element
from .numerals import numeral

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_WORDS}val"
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9
_MOST_STYLES = 12


@dataclass(frozen=True)
class Level:
    start: int
    shape: str
    text: str


@dataclass(frozen=True)
class Scheme:
    """`counter`: lists that share an abstract definition count on together."""

    counter: str
    levels: dict[int, Level]


@dataclass
class Style:
    number: str = ""
    level: int = 0
    above: str = ""


@dataclass
class Numbering:
    """Counts while paragraphs are asked for their label in their order."""

    source: Element
    schemes: dict[str, Scheme] = field(init=False)
    styles: dict[str, Style] = field(init=False)
    counts: dict[str, dict[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.counts = defaultdict(dict)
        self.schemes = _schemes(_part(self.source, "/numbering"))
        self.styles = _styles(_part(self.source, "/styles"))

    def label(self, paragraph: Element) -> str:
        """The number and a space, a dash for a bullet, or nothing."""
        number, place = self._of(paragraph)
        scheme = self.schemes.get(number)
        level = scheme.levels.get(place) if scheme else None
        if scheme is None or level is None or level.shape == "none":
            return ""
        if level.shape == "bullet":
            return "- "
        counts = self.counts[scheme.counter]
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [each for each in counts if each > place]:
            del counts[deeper]
        return f"{self._drawn(scheme, level, counts)} "

    def _drawn(self, scheme: Scheme, level: Level, counts: dict[int, int]) -> str:
        def part(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            shown = scheme.levels.get(place)
            return numeral(counts.get(place, shown.start), shown.shape) if shown else ""

        return _PLACE.sub(part, level.text)

    def _of(self, paragraph: Element) -> tuple[str, int]:
        properties = paragraph.find(f"{_WORDS}pPr")
        if properties is None:
            return "", 0
        number, place = _numbered(properties)
        named = properties.find(f"{_WORDS}pStyle")
        name = named.get(_VALUE, "") if named is not None else ""
        for _ in range(_MOST_STYLES):
            style = self.styles.get(name)
            if style is None or number:
                break
            number, place, name = style.number, max(place, style.level), style.above
        return number, place


def _numbered(properties: Element) -> tuple[str, int]:
    found = properties.find(f"{_WORDS}numPr")
    if found is None:
        return "", 0
    return _value(found, "numId"), _whole(_value(found, "ilvl"))


def _value(element: Element, name: str) -> str:
    found = element.find(f"{_WORDS}{name}")
    return str(found.get(_VALUE, "")) if found is not None else ""


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < _DEEPEST else otherwise


def _part(source: Element, kind: str) -> Element:
    from docx.oxml import parse_xml

    for each in source.part.rels.values():
        if not each.is_external and each.reltype.endswith(kind):
            part = each.target_part
            return part.element if hasattr(part, "element") else parse_xml(part.blob)
    return None


def _schemes(root: Element) -> dict[str, Scheme]:
    if root is None:
        return {}
    abstract = {
        each.get(f"{_WORDS}abstractNumId"): _levels(each)
        for each in root.iter(f"{_WORDS}abstractNum")
    }
    found = {}
    for each in root.iter(f"{_WORDS}num"):
        number, named = each.get(f"{_WORDS}numId"), _value(each, "abstractNumId")
        own = _overrides(each, abstract.get(named, {}))
        counter = f"{named}/{number}" if own else named
        found[number] = Scheme(counter, {**abstract.get(named, {}), **own})
    return found


def _levels(element: Element) -> dict[int, Level]:
    return {
        _whole(each.get(f"{_WORDS}ilvl", "0")): Level(
            _whole(_value(each, "start"), 1), _value(each, "numFmt"), _value(each, "lvlText")
        )
        for each in element.iter(f"{_WORDS}lvl")
    }


def _overrides(element: Element, levels: dict[int, Level]) -> dict[int, Level]:
    """A list that begins anew at a number of its own."""
    found = _levels(element)
    for each in element.iter(f"{_WORDS}lvlOverride"):
        place, start = _whole(each.get(f"{_WORDS}ilvl", "0")), _value(each, "startOverride")
        if start and place in levels:
            base = found.get(place, levels[place])
            found[place] = Level(_whole(start, 1), base.shape, base.text)
    return found


def _styles(root: Element) -> dict[str, Style]:
    if root is None:
        return {}
    found = {}
    for each in root.iter(f"{_WORDS}style"):
        properties = each.find(f"{_WORDS}pPr")
        number, level = _numbered(properties) if properties is not None else ("", 0)
        found[each.get(f"{_WORDS}styleId", "")] = Style(number, level, _value(each, "basedOn"))
    return found
