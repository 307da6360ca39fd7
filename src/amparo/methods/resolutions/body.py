"""Read the preambular and operative paragraphs between an enacting clause and the part's end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .items import Items
from .layout import Line, opens_paragraph
from .mending import Printed, joined
from .model import Paragraph
from .openings import (
    Mark,
    is_annex,
    is_closed,
    is_closing,
    mark_of,
    section_of,
    without_first_number,
    without_preambular_number,
)
from .tongue import Tongue, capital

_MEETING = re.compile(
    r"\s+\d{1,5} ?(?:st|nd|rd|th|e|ère|re|er) ?(?:\(\w+\) )?(?:plenary |closed )?"
    r"(?:meeting|séance)(?: plénière)?[.,]?(?: \d{1,2}(?:er)? \w+ \d{4})?$"
)
_LARGEST_SKIP = 2
# A heading has few lines, and a sentence that goes on has more or ends as one.
_LONGEST_HEADING = 4
_LONGEST_TITLE = 160


@dataclass
class Draft:
    """A paragraph being read."""

    number: int
    verb: str
    again: str = ""
    section: str = ""
    items: Items = field(default_factory=Items)

    def finished(self, printed: Printed, tongue: Tongue) -> Paragraph:
        text = joined(self.items.chapeau, printed)
        # The line may have ended inside the verb: `Prend` / `note`.
        whole = (tongue.operative_verb(text), tongue.preambular_verb(text))
        verbs = [verb for verb in whole if verb and verb.startswith(self.verb)]
        return Paragraph(
            number=self.number,
            verb=max(verbs, default=self.verb, key=len),
            text=_MEETING.sub("", text),
            subparagraphs=self.items.finished(printed),
            section=self.section,
            again=self.again,
        )


@dataclass
class Body:
    """Reads lines one after the other; holds what has been understood so far.

    ``certain`` holds the numbers that stand before a verb of the table, anywhere in the part, and
    ``printed`` those that stand before any word; ``small``: its paragraphs begin without a capital.
    ``fresh``: a section has just begun, which may have a preamble of its own.
    """

    tongue: Tongue
    lines: Sequence[Line]
    certain: frozenset[int] = frozenset()
    printed: frozenset[int] = frozenset()
    small: bool = False
    preamble: list[Draft] = field(default_factory=list)
    operative: list[Draft] = field(default_factory=list)
    current: Draft | None = None
    section: str = ""
    outside: bool = False
    fresh: bool = False

    def __post_init__(self) -> None:
        self.lines = self.lines[: _end(self.lines, self.tongue)]
        self.certain = _certain_numbers(self.lines, self.tongue)
        marks = (mark_of(line.text) for line in self.lines)
        self.printed = frozenset(mark.number for mark in marks if mark and mark.sure)
        self.small = not any(_opens_large(line.text, self.tongue) for line in self.lines)

    @property
    def is_closed(self) -> bool:
        return self.current is None or is_closed(self.current.items.last)

    @property
    def last(self) -> int:
        return self.operative[-1].number if self.operative else 0

    def read(self) -> None:
        for place, line in enumerate(self.lines):
            if self._opens(place):
                self.outside = False
            elif self.outside or self.current is None:
                self._section(line.text)
            elif not self.current.items.opens(line):
                self._continue(place)

    def _opens(self, place: int) -> bool:
        """Start the paragraph that this line opens, if it opens one."""
        line = self.lines[place]
        mark = mark_of(line.text)
        draft = self._numbered(mark) if mark else None
        if draft:
            self._start(draft, self.operative)
            return True
        if mark and mark.sure:
            return False
        acting = self._acting(line)
        if acting:
            self._start(acting, self.operative)
            return True
        recital = self._recital(place)
        if recital:
            self._start(recital, self.preamble)
        return recital is not None

    def _start(self, draft: Draft, paragraphs: list[Draft]) -> None:
        paragraphs.append(draft)
        self.current = draft
        self.fresh = self.fresh and paragraphs is self.preamble

    def _numbered(self, mark: Mark) -> Draft | None:
        number, last = mark.number, self.last
        doubtful = not mark.sure or not mark.words[:1].isupper()
        believed = not doubtful or self.is_closed
        verb = self.tongue.numbered_verb(mark.words) if believed else None
        if mark.negotiated and number >= last:
            return self._draft(mark, verb or mark.rest.split(" ")[0])
        follows = number == last + 1 or (number == last > 0 and mark.again != "")
        skips = last + 1 < number <= last + 1 + _LARGEST_SKIP and self.is_closed
        restarts = number == 1 and last > 0 and self.is_closed and (self.outside or self.fresh)
        if verb and (follows or (mark.sure and (skips or restarts))):
            return self._draft(mark, verb)
        return self._likely(mark) if follows and mark.sure and self.is_closed else None

    def _likely(self, mark: Mark) -> Draft | None:
        """A number in its place before a word that the table does not list: believed where the next
        one is certain, or where the word has the shape of a verb and no heading stands between."""
        between = mark.number + 1 in self.certain
        if mark.number in self.certain or not mark.words[:1].isupper():
            return None
        verb = self.tongue.likely_operative_verb(mark.words)
        if between or (verb and self.last and not self.outside):
            return self._draft(mark, verb or mark.rest.split(" ")[0])
        return None

    def _acting(self, line: Line) -> Draft | None:
        """An operative paragraph without a number: in a text that has none, or whose number the
        file lost between two that it kept."""
        following = self.last + 1
        lost = following not in self.printed and following + 1 in self.certain
        if (self.certain and not lost) or not self.is_closed:
            return None
        text = without_first_number(line.text) if following == 1 else line.text
        verb = self.tongue.operative_verb(capital(text) if self.small else text)
        if not verb:
            return None
        return _draft(following, verb, text, self.section)

    def _recital(self, place: int) -> Draft | None:
        if self.operative and not self.fresh:
            return None
        line = self.lines[place]
        text, printed = without_preambular_number(line.text)
        verb = self.tongue.preambular_verb(capital(text) if self.small else text)
        begins = line.gap or self.is_closed or printed
        if not verb and self.is_closed and not self._stands_apart(place):
            likely = self.tongue.likely_preambular_verb(text)
            verb = likely if line.gap or _listed(self.current, likely) else None
        if not verb and printed:
            verb = text.split(" ")[0]
        return _draft(len(self.preamble) + 1, verb, text, self.section) if verb and begins else None

    def _draft(self, mark: Mark, verb: str) -> Draft:
        draft = _draft(mark.number, verb, mark.rest, self.section)
        draft.again = mark.again
        return draft

    def _continue(self, place: int) -> None:
        """Add the line to the paragraph, unless it is a heading or stands after the last one."""
        line = self.lines[place]
        if (self.is_closed and self._section(line.text)) or self._has_ended(place):
            self.outside = True
        elif self.current:
            self.current.items.add(line.text)

    def _section(self, text: str) -> bool:
        label = section_of(text)
        if label:
            self.section, self.fresh = label, True
        return bool(label)

    def _has_ended(self, place: int) -> bool:
        line = self.lines[place]
        if not self.is_closed or line.text[:1].islower():
            return False
        if self.operative and not self.fresh:
            ended = self.current is None or not self.current.items.last.endswith((",", ":"))
            return ended and (line.gap or self._stands_apart(place))
        if is_closed(line.text) or len(line.text) > _LONGEST_TITLE:
            return False
        below = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
        return (line.gap and self._stands_apart(place)) or opens_paragraph(below, self.tongue)

    def _stands_apart(self, place: int) -> bool:
        """Whether the few lines up to the next opening end without a stop: a heading, a date."""
        last = self.lines[place].text
        for line in self.lines[place + 1 : place + 1 + _LONGEST_HEADING]:
            if mark_of(line.text) or line.gap:
                return not is_closed(last)
            last = line.text
        ends = place + 1 + _LONGEST_HEADING >= len(self.lines)
        return ends and not is_closed(last)


def _certain_numbers(lines: Sequence[Line], tongue: Tongue) -> frozenset[int]:
    marks = (mark_of(line.text) for line in lines)
    return frozenset(
        mark.number
        for mark in marks
        if mark and (mark.negotiated or (mark.sure and tongue.numbered_verb(mark.words)))
    )


def _end(lines: Sequence[Line], tongue: Tongue) -> int:
    """Where the part ends: at its meeting or vote, or at annexes with paragraphs of their own."""
    acted = False
    for place, line in enumerate(lines):
        mark = mark_of(line.text)
        acted = acted or tongue.operative_verb(mark.rest if mark else line.text) is not None
        before = lines[place - 1].text if place else ""
        apart = line.gap or is_closed(before) or len(before) < _LONGEST_TITLE // 4
        if acted and apart and (is_annex(line.text) or is_closing(line.text)):
            return place
    return len(lines)


def _opens_large(text: str, tongue: Tongue) -> bool:
    mark = mark_of(text)
    words = mark.rest if mark else without_preambular_number(text)[0]
    return bool(tongue.operative_verb(words) or tongue.preambular_verb(words))


def _listed(current: Draft | None, verb: str | None) -> bool:
    """Whether a participle may follow without a blank: the paragraph above ended with a comma."""
    return bool(current and verb and verb.endswith("ing") and current.items.last[-1:] in ",;")


def _draft(number: int, verb: str, text: str, section: str = "") -> Draft:
    draft = Draft(number, verb, section=section)
    draft.items.add(text)
    return draft
