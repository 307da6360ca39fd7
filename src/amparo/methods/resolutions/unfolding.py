"""Run-on lines: a converted page that lost its paragraph ends is cut where paragraphs open."""

import re
from collections.abc import Iterator

from .openings import mark_of
from .tongue import Tongue

# Shorter lines are lines of a page.
_SHORTEST = 240
_CAPITAL = re.compile(r"(?<=[,;:]) (?=[A-ZÀ-Ý][a-zà-ÿ])")
_NUMBER = re.compile(r"(?<=[,;:.]) (?=(?:OP ?)?\d{1,3} ?[.)] ?[A-ZÀ-Ý])")
_ITEM = re.compile(r"(?<=[;:]) (?=\(?[a-z]{1,5}\) ?\S)")
_FEWEST = 3


def unfolded(lines: list[str], tongue: Tongue) -> Iterator[str]:
    """The lines, long ones that hold several openings as the paragraphs they were."""
    for line in lines:
        if len(line) < _SHORTEST:
            yield line
        else:
            yield from _cut(line, tongue)


def _cut(line: str, tongue: Tongue) -> Iterator[str]:
    places = [*_openings(line, tongue)]
    if len(places) < _FEWEST and not (places and tongue.is_organ(line[: places[0]])):
        yield line
        return
    places += [found.start() for found in _ITEM.finditer(line) if found.start() > places[0]]
    start = 0
    for place in sorted(set(places)):
        yield line[start:place].strip()
        start = place
    yield line[start:].strip()


def _openings(line: str, tongue: Tongue) -> Iterator[int]:
    """Where a preambular opening with a capital stands behind a comma, or a numbered verb."""
    for found in _CAPITAL.finditer(line):
        if tongue.preambular_verb(line[found.end() : found.end() + _SHORTEST]):
            yield found.start()
    for found in _NUMBER.finditer(line):
        mark = mark_of(line[found.end() : found.end() + _SHORTEST])
        if mark and tongue.operative_verb(mark.rest):
            yield found.start()
