"""Run-on lines: a converted page that lost its paragraph ends is cut where paragraphs open."""

import re
from collections.abc import Iterator

from .openings import mark_of
from .tongue import Tongue

# Shorter lines are lines of a page.
_SHORTEST = 240
_CAPITAL = re.compile(r"(?<=[,;:\d]) (?=[A-ZÀ-Ý][a-zà-ÿ])")
_NUMBER = re.compile(r"(?<=[,;:.\d]) (?=(?:OP ?)?\d{1,3} ?[.)] ?[A-ZÀ-Ý])")
_ITEM = re.compile(r"(?<=[;:]) (?=\(?[a-z]{1,5}\) ?\S)")
# What a page sets between: its foot, the rule above its notes, the meeting, the next title.
_BETWEEN = re.compile(
    r" (?=\d{2}-\d{5} \d{1,3}/\d{1,3}\b)|(?<=\d/\d) (?=[A-ZÀ-Ý\d])|(?<=\d/\d\d) (?=[A-ZÀ-Ý\d])"
    r"| (?=_{4,})|(?<=____) (?=\d)|(?<=[.”]) (?=\d{1,5} ?(?:st|nd|rd|th|e) (?:plenary )?(?:meeting"
    r"|séance))|(?<=[.\]”\d]) (?=\[Adopt)"
    r"|(?<=[,;.]) (?=[AES]/(?:\w{1,9}/){1,4}\d{1,4} [A-ZÀ-Ý])"
)
_TITLE = re.compile(r" (?=(?:S-)?\d{1,4}/\d{1,4}\.? [A-ZÀ-Ý])")
_LONGEST_TITLE = 400
_FEWEST = 3
_MOST_WITHIN = 2


def unfolded(lines: list[str], tongue: Tongue) -> Iterator[str]:
    """The lines, long ones that hold several openings as the paragraphs they were."""
    if not any(tongue.is_organ(line.strip()) for line in lines):
        whole = " ".join(line.strip() for line in lines if line != "\f")
        if _runs_on(whole, lines, tongue):
            yield from _cut(whole, tongue)
            return
    for line in lines:
        if len(line) < _SHORTEST:
            yield line
        else:
            yield from _cut(line, tongue)


def _runs_on(whole: str, lines: list[str], tongue: Tongue) -> bool:
    """Whether each line runs into the next: there is a clause, and most openings stand within."""
    if not next(tongue.clauses_in(whole), None):
        return False
    within = sum(1 for _ in _openings(whole, tongue))
    begins = 0
    for line in lines:
        mark = mark_of(line.strip())
        verb = tongue.operative_verb(mark.rest) if mark else tongue.preambular_verb(line)
        begins += verb is not None
    return within > _MOST_WITHIN * begins


def _cut(line: str, tongue: Tongue) -> Iterator[str]:
    line = " ".join(line.split())
    clauses = [*tongue.clauses_in(line)]
    places = {place for clause in clauses for place in clause} | {*_openings(line, tongue)}
    if len(places) < _FEWEST:
        yield line
        return
    for pattern in (_ITEM, _BETWEEN):
        places |= {found.start() for found in pattern.finditer(line)}
    for start, _ in clauses:
        above = max(0, start - _LONGEST_TITLE)
        titles = [found.start() for found in _TITLE.finditer(line[above:start])]
        places |= {above + titles[-1]} if titles else set()
    start = 0
    for place in sorted(places):
        yield from (line[start:place].strip(), "")
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
