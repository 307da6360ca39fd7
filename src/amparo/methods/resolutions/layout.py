"""The text's own lines, without page furniture and footnotes, and where a blank means a break."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from .characters import MARK, STAR, raw_lines, without_marks
from .footnotes import take_out
from .furniture import is_furniture, running_heads
from .mending import glued_numbers, without_note_marks
from .model import Footnote
from .openings import mark_of, without_preambular_number
from .tongue import Tongue
from .unfolding import unfolded

_NUMBER_ALONE = re.compile(
    r"^[\[|]?(?:[OP]P ?\d{1,3}(?: ?(?:bis|ter))?[.:)]?|\d{1,3}[.)]|\(?[a-z]{1,5}\))[|]?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;:,!?»”\"]$")
# What a page repeats of the title stands close above the text.
_LINES_OF_A_HEAD, _LONGEST_HEAD = 80, 6_000
_GOES_ON = re.compile(r"\s*(?![a-z]{1,5}[.)])[a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. ``gap``: a blank that separates paragraphs stands before it."""

    text: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The ``lines`` of the text, the ``footnotes`` taken out, and the ``header``: what stands above
    the first enacting clause or paragraph, symbols and dates included."""

    lines: list[Line]
    footnotes: list[Footnote]
    header: list[str]


def layout_of(text: str, tongue: Tongue) -> Layout:
    """The lines that belong to the text, without the marks of footnotes."""
    raw = _with_meant_blanks(list(unfolded(raw_lines(text), tongue)))

    def opens(line: str) -> bool:
        return opens_paragraph(line, tongue)

    header = _header(raw, tongue)
    heads = running_heads(raw, " ".join(header[-_LINES_OF_A_HEAD:])[-_LONGEST_HEAD:])
    notes = take_out([line for place, line in enumerate(raw) if place not in heads], opens)
    kept = [line for line in notes.lines if not _is_noise(line)]
    lines = _unmarked(_spaced(kept), notes.numbers, _unseen(kept, notes.numbers))
    return Layout(lines, notes.notes, header)


def opens_paragraph(line: str, tongue: Tongue) -> bool:
    """Whether a line begins with a number and an operative verb, or with a preambular opening."""
    bare = without_marks(line).strip()
    mark = mark_of(bare)
    if mark and mark.sure:
        return tongue.operative_verb(mark.rest) is not None
    bare, numbered = without_preambular_number(bare)
    return numbered or tongue.preambular_verb(bare) is not None or tongue.is_organ(bare)


def _header(raw: list[str], tongue: Tongue) -> list[str]:
    """What stands above the enacting clause, or where none does above the first paragraph."""
    bare = [without_marks(line).strip() for line in raw]
    organs = (place for place, line in enumerate(bare) if tongue.is_organ(line))
    opened = (place for place, line in enumerate(bare) if opens_paragraph(line, tongue))
    return bare[: next(organs, next(opened, 0))]


def _is_noise(line: str) -> bool:
    return line != "\f" and is_furniture(without_marks(line) if MARK.search(line) else line)


def _usual_blanks(lines: list[str]) -> int:
    """How many blank lines stand between the lines of one paragraph: 0, or 1 in a text set loosely
    where many lines followed by a blank go on below it in the middle of a sentence."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    followed = [(here, below) for here, below in pairwise(filled) if below > here + 1]
    broken = sum(
        not _ENDS.search(without_marks(lines[here])) and _GOES_ON.match(lines[below]) is not None
        for here, below in followed
    )
    return 1 if broken > len(followed) / 4 else 0


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
        bare = " ".join(line.replace(STAR, "").split())
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


def _unseen(lines: list[str], notes: set[int]) -> set[int]:
    """The notes whose mark was seen neither as a superscript, nor glued, nor on its own line."""
    seen: Counter[int] = Counter()
    for line in lines:
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
