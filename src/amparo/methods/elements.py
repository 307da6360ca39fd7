"""The elements of trafficking, what supports each, and what stands without the person's testimony.

Palermo Protocol, article 3: an act, by a means, for a purpose; where the person was a child no
means are required (3(c)). Nothing here weighs a person: what is counted is sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Element(StrEnum):
    ACT = "act"
    MEANS = "means"
    PURPOSE = "purpose"


class Stands(StrEnum):
    """How an element stands today."""

    ALONE = "alone"  # something else than the person's testimony supports it
    TESTIMONY = "testimony"  # only what the person said does
    MISSING = "missing"
    NOT_NEEDED = "not_needed"


# The source that a case shall not rest on alone (S1 ¶11).
PERSON = "person"


@dataclass(frozen=True)
class Count:
    """One form of exploitation over one period. `child`: whether the person was one; None: unsure.

    Where it is not sure, means are looked for too, in case the person was of age.
    """

    key: str
    child: bool | None

    def needs(self, element: Element) -> bool:
        return element != Element.MEANS or self.child is not True


@dataclass(frozen=True)
class Finding:
    """What one item says of one element: for it, or against it."""

    count: str
    element: Element
    item: str
    source: str
    supports: bool = True


@dataclass(frozen=True)
class Line:
    """One element of one count: its items by source, in the order of the sources."""

    count: str
    element: Element
    stands: Stands
    items: tuple[tuple[str, tuple[str, ...]], ...]
    against: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The kinds of sources, other than the person, that support it."""
        return tuple(source for source, _ in self.items if source != PERSON)


def matrix(
    counts: Iterable[Count], findings: Iterable[Finding], sources: Sequence[str]
) -> list[Line]:
    """One line for each element of each count."""
    known = list(findings)
    return [_line(count, element, known, sources) for count in counts for element in Element]


def _line(
    count: Count, element: Element, findings: Iterable[Finding], sources: Sequence[str]
) -> Line:
    here = [each for each in findings if each.count == count.key and each.element == element]
    under = {
        source: tuple(each.item for each in here if each.supports and each.source == source)
        for source in sources
    }
    items = tuple((source, found) for source, found in under.items() if found)
    against = tuple(each.item for each in here if not each.supports)
    stands = _stands({source for source, _ in items})
    if stands == Stands.MISSING and not count.needs(element):
        stands = Stands.NOT_NEEDED
    return Line(count.key, element, stands, items, against)


def _stands(sources: set[str]) -> Stands:
    if sources - {PERSON}:
        return Stands.ALONE
    return Stands.TESTIMONY if sources else Stands.MISSING


def stands_without_testimony(lines: Iterable[Line]) -> bool:
    """Whether every element that is needed is supported by something else than the person."""
    needed = [line for line in lines if line.stands != Stands.NOT_NEEDED]
    return bool(needed) and all(line.stands == Stands.ALONE for line in needed)


@dataclass(frozen=True)
class Lead:
    """Where something may be found for an element, of any form or of these alone."""

    code: str
    element: Element
    source: str
    forms: frozenset[str] = frozenset()


def look_next(line: Line, form: str, leads: Iterable[Lead]) -> list[Lead]:
    """For an element that rests on nothing or on the person alone: sources not yet drawn on."""
    if line.stands not in (Stands.TESTIMONY, Stands.MISSING):
        return []
    drawn = {source for source, _ in line.items}
    return [
        lead for lead in leads
        if lead.element == line.element and lead.source not in drawn
        and (not lead.forms or form in lead.forms)
    ]  # fmt: skip
