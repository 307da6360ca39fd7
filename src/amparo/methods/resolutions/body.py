"""Read the preambular and operative paragraphs between an enacting clause and the part's end."""

import re
from dataclasses import dataclass, field

from .items import Items
from .layout import Line
from .mending import Printed, joined
from .model import Paragraph
from .tongue import Tongue

NUMBERED = re.compile(r"^\[?(?:OP ?)?(\d{1,3}) ?[.)]\s*(?=[^\W\d_])")
_PREAMBULAR_NUMBER = re.compile(r"^\[?PP ?\d{1,3}[.:]?\s*")
_SECTION = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.?$")
_ANNEX = re.compile(r"^(?:Annexe?|ANNEXE?|Appendi(?:x|ce))(?: [IVX\d]{1,4})?$")
_MEETING = re.compile(
    r"\s+\d{1,5}(?:st|nd|rd|th|e|ère|re|er) ?(?:\(\w+\) )?(?:plenary |closed )?"
    r"(?:meeting|séance)(?: plénière)?[.,]?(?: \d{1,2} \w+ \d{4})?$"
)
_CLOSED = (",", ";", ":", ".")
_LARGEST_SKIP = 2


@dataclass
class Draft:
    """A paragraph being read."""

    number: int
    verb: str
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
        )


@dataclass
class Body:
    """Reads lines one after the other; holds what has been understood so far.

    ``certain`` holds the numbers that stand before a verb of the table, anywhere in the part.
    """

    tongue: Tongue
    certain: frozenset[int]
    preamble: list[Draft] = field(default_factory=list)
    operative: list[Draft] = field(default_factory=list)
    section: str = ""
    outside: bool = False

    @property
    def current(self) -> Draft | None:
        read = self.operative or self.preamble
        return read[-1] if read else None

    @property
    def is_closed(self) -> bool:
        return self.current is None or self.current.items.last.endswith(_CLOSED)

    def read(self, lines: list[Line]) -> None:
        for place, line in enumerate(lines):
            if _ANNEX.match(line.text) and self.operative and self.is_closed:
                return
            draft = self._opening(line)
            if draft:
                self.outside = False
            elif not self.outside and self.current and not self.current.items.opens(line):
                self._continue(line, lines[place:])

    def _opening(self, line: Line) -> Draft | None:
        """Start the paragraph that this line opens, if it opens one."""
        found = NUMBERED.match(line.text)
        if found:
            draft = self._numbered(int(found[1]), line.text[found.end() :])
        else:
            draft = self._unnumbered(line)
        if draft:
            target = self.operative if found or self._acts(draft) else self.preamble
            target.append(draft)
        return draft

    def _numbered(self, number: int, text: str) -> Draft | None:
        last = self.operative[-1].number if self.operative else 0
        verb = self.tongue.operative_verb(text)
        follows = number == last + 1
        skips = last + 1 < number <= last + 1 + _LARGEST_SKIP and self.is_closed
        restarts = number == 1 and bool(self.section) and self.is_closed
        if verb and (follows or skips or restarts):
            return _draft(number, verb, text, self.section)
        verb = self.tongue.likely_operative_verb(text)
        expected = not self.outside or number + 1 in self.certain
        if verb and follows and last and self.is_closed and expected:
            return _draft(number, verb, text, self.section)
        return None

    def _unnumbered(self, line: Line) -> Draft | None:
        text = _PREAMBULAR_NUMBER.sub("", line.text)
        if self.current and self.current.items.has_open_quote:
            return None
        if not self.certain and self.is_closed:
            verb = self.tongue.operative_verb(text)
            if verb:
                return _draft(len(self.operative) + 1, verb, text, self.section)
        if self.operative:
            return None
        verb = self.tongue.preambular_verb(text)
        if not verb and line.gap and self.is_closed:
            verb = self.tongue.likely_preambular_verb(text)
        return _draft(len(self.preamble) + 1, verb, text) if verb else None

    def _acts(self, draft: Draft) -> bool:
        return bool(self.operative) or (
            not self.certain and self.tongue.operative_verb(draft.verb) is not None
        )

    def _continue(self, line: Line, ahead: list[Line]) -> None:
        """Add the line to the paragraph, unless it is a heading or stands after the last one."""
        if self.is_closed and _SECTION.match(line.text):
            self.section = line.text.rstrip(".")
            self.outside = True
        elif self.operative and self._has_ended(line, ahead):
            self.outside = True
        elif self.current:
            self.current.items.add(line.text)

    def _has_ended(self, line: Line, ahead: list[Line]) -> bool:
        ended = self.current is None or self.current.items.last.endswith((".", ";"))
        apart = line.gap or self._stands_apart(ahead)
        return ended and apart and not line.text[:1].islower()

    def _stands_apart(self, ahead: list[Line]) -> bool:
        """Whether the lines up to the next opening end without punctuation: a heading, a date."""
        last = ahead[0].text
        for line in ahead[1:]:
            if NUMBERED.match(line.text) or line.gap:
                break
            last = line.text
        return not last.endswith(_CLOSED)


def _draft(number: int, verb: str, text: str, section: str = "") -> Draft:
    draft = Draft(number, verb, section)
    draft.items.add(text)
    return draft
