"""The text's own lines, without page furniture and footnotes, and where a blank means a break."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .characters import MARK, STAR, raw_lines, without_marks
from .footnotes import take_out
from .furniture import is_furniture, running_heads
from .mending import glued_numbers, without_note_marks
from .tongue import Tongue

_NUMBER_ALONE = re.compile(r"^(?:(?:OP ?)?\d{1,3}[.)]|\(?[a-z]{1,5}\))$")
_ENDS = re.compile(r"[.;:,!?»”\"]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. ``gap``: a blank that separates paragraphs stands before it."""

    text: str
    gap: bool


def lines_of(text: str, tongue: Tongue) -> list[Line]:
    """The lines that belong to the text, without the marks of footnotes."""
    raw = _with_meant_blanks(raw_lines(text))

    def opens(line: str) -> bool:
        return opens_paragraph(line, tongue)

    heads = running_heads(raw, _header(raw, opens))
    notes = take_out([line for place, line in enumerate(raw) if place not in heads], opens)
    kept = [line for line in notes.lines if not _is_noise(line)]
    return _unmarked(_spaced(kept), notes.numbers, _unseen(raw, notes.numbers))


def opens_paragraph(line: str, tongue: Tongue) -> bool:
    """Whether a line begins with a number and an operative verb, or with a preambular opening."""
    bare = without_marks(line).strip()
    numbered = re.match(r"(?:OP ?)?\d{1,3} ?[.)]\s*(?=\S)", bare)
    if numbered:
        return tongue.operative_verb(bare[numbered.end() :]) is not None
    return tongue.preambular_verb(bare) is not None or tongue.is_organ(bare)


def _header(raw: list[str], opens: Callable[[str], bool]) -> str:
    """What stands above the first enacting clause or paragraph; empty when there is neither."""
    first = next((place for place, line in enumerate(raw) if opens(line)), 0)
    return " ".join(without_marks(line) for line in raw[:first])


def _is_noise(line: str) -> bool:
    return line != "\f" and is_furniture(without_marks(line) if MARK.search(line) else line)


def _usual_blanks(lines: list[str]) -> int:
    """How many blank lines stand between the lines of one paragraph: 0, or 1 in a text set loosely
    where most lines followed by a blank stop in the middle of a sentence."""
    followed = [
        lines[place].strip()
        for place in range(len(lines) - 1)
        if lines[place].strip() and not lines[place + 1].strip()
    ]
    broken = sum(not _ENDS.search(without_marks(line)) for line in followed)
    return 1 if followed and broken > len(followed) / 2 else 0


def _with_meant_blanks(lines: list[str]) -> list[str]:
    """The lines without the blanks that stand between the lines of one paragraph."""
    usual = _usual_blanks(lines)
    kept: list[str] = []
    blanks = 0
    for line in lines:
        if not line.strip() and line != "\f":
            blanks += 1
            continue
        kept += [""] if blanks > usual else []
        kept.append(line)
        blanks = 0
    return kept


def _spaced(lines: list[str]) -> list[Line]:
    spaced: list[Line] = []
    gap = False
    for line in lines:
        bare = line.replace(STAR, "").strip()
        if not bare:
            gap = gap or line != "\f"
            continue
        spaced.append(Line(bare, gap))
        gap = False
    return _with_numbers_joined(spaced)


def _with_numbers_joined(lines: list[Line]) -> list[Line]:
    """A number or letter printed on a line of its own begins the line below it."""
    together: list[Line] = []
    pending: Line | None = None
    for line in lines:
        if _NUMBER_ALONE.match(line.text):
            together += [pending] if pending else []
            pending = line
            continue
        if pending:
            line = Line(f"{pending.text} {line.text}", pending.gap)
            pending = None
        together.append(line)
    return together + ([pending] if pending else [])


def _unseen(raw: list[str], notes: set[int]) -> set[int]:
    """The notes whose mark was seen neither as a superscript, nor glued, nor on its own line."""
    seen: Counter[int] = Counter()
    for line in raw:
        seen.update(int(number) for number in MARK.findall(line))
        seen.update(glued_numbers(line))
        if line.strip().isdecimal() and len(line.strip()) <= 3:
            seen[int(line)] += 1
    return {number for number in notes if not seen[number]}


def _unmarked(lines: list[Line], notes: set[int], unseen: set[int]) -> list[Line]:
    """The lines without footnote marks printed as plain digits."""
    clean: list[Line] = []
    before = ""
    for line in lines:
        # A mark may begin a line: the word it hangs on is then the last of the line above.
        text = without_note_marks(f"{before} {without_marks(line.text)}", notes, unseen)
        text = text[len(before) :].strip()
        before = text.split(" ")[-1]
        if text:
            clean.append(Line(text, line.gap))
    return clean
