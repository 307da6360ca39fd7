"""Take out footnotes, and remember their numbers so that their marks can go too."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .characters import MARK, STAR
from .furniture import is_address, is_furniture
from .model import Footnote

_RULE = re.compile(r"^\s*(?:_{3,}|[-–—]{3,})\s*$")
_ABBREVIATED = re.compile(
    r"\b(?:vol|chap|sect|art|pp?|nos?|suppl|cf|para|par|add|rev|corr)\.$", re.I
)
_STYLED = re.compile(rf"^\s*{MARK.pattern}\s*(?=[A-ZÀ-Ý«“\"(]|$)")
_NUMBERED = re.compile(
    r"^\s*(\d{1,3})\s+(?!(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)(?=[A-ZÀ-Ý«“\"(])"
)
_LONE = re.compile(r"^\s*(\d{1,3})\s*$")
_CITING = re.compile(
    r"^\s*(\d{1,3})\s+(?:Ibid|Voir|See\b|R[ée]solutions? (?:n|[0-9]|de|du|adopt)"
    r"|Nations Unies, Recueil"
    r"|United Nations, Treaty|Official Records|Documents officiels|[A-Z]{1,5}/[A-Z0-9]"
    r"|(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council"
    r"|Conference) (?:resolution|decision)|Targets? \d|Cibles? \d|Report of the|Rapport d|Cf\."
    r"|https?:|Adopted (?:by|at|on)|Adoptée? (?:par|à|le)|League of Nations|Société des Nations)"
)
_NOTE_WORDS = re.compile(r"[A-ZÀ-Ý«“\"(]")
_STAR_DIRECTLY = re.compile(rf"^{STAR}\s*\S")
_REACH = 8


@dataclass
class Footnotes:
    """``lines`` remain; the ``notes`` were taken out, ``numbers`` are theirs."""

    lines: list[str] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    notes: list[Footnote] = field(default_factory=list)


def take_out(lines: list[str], opens: Callable[[str], bool]) -> Footnotes:
    """Separate the footnotes from the text. ``opens`` says that a line begins a paragraph."""
    kept = Footnotes()
    position = 0
    while position < len(lines):
        end = _note_end(lines, position, opens)
        if end == position:
            kept.lines.append(lines[position])
            position += 1
            continue
        taken = list(_notes(lines[position:end]))
        kept.notes += taken
        kept.numbers.update(int(note.mark) for note in taken if note.mark != "*")
        # The place of the notes is a gap in the text, never part of a sentence.
        kept.lines.append("\f")
        position = end
    return kept


def _note_end(lines: list[str], start: int, opens: Callable[[str], bool]) -> int:
    """Where the notes that begin at this line end; the same line when none begin."""
    line = lines[start]
    if _RULE.match(line) and _note_follows(lines, start + 1):
        return _block_end(lines, start + 1, opens)
    if _STAR_DIRECTLY.match(line) and not opens(line.removeprefix(STAR)):
        return _single_end(lines, start, opens)
    if _STYLED.match(line) and line.strip() != MARK.sub("", line).strip() == "":
        return start
    if (_STYLED.match(line) and MARK.sub("", line).strip()) or _CITING.match(line):
        return _single_end(lines, start, opens)
    return start


def _single_end(lines: list[str], start: int, opens: Callable[[str], bool]) -> int:
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if not line.strip() or line == "\f" or opens(line) or _starts_note(line):
            return position
        if _is_complete(lines[position - 1]):
            return position
    return len(lines)


def _block_end(lines: list[str], start: int, opens: Callable[[str], bool]) -> int:
    """The end of the notes under a rule: a page break, an address list, a paragraph's opening, or
    the end of the last numbered note."""
    last, complete, addressed = 0, True, False
    for position in range(start, len(lines)):
        line = lines[position].strip()
        number = _marker(line, last)
        if lines[position] == "\f":
            return position
        if not line or _is_page(line):
            continue
        if is_address(line):
            addressed, complete = True, True
        elif number is not None and not opens(line):
            last, addressed = number or last, False
            complete = _is_complete(line)
        elif opens(line) or ((addressed or complete) and not _more(lines, position, last)):
            return position
        else:
            complete = _is_complete(line)
    return len(lines)


def _marker(line: str, last: int) -> int | None:
    """The number of the note a line begins (0 for a star), or nothing."""
    if line.startswith(STAR):
        return 0
    found = _STYLED.match(line) or _NUMBERED.match(line) or _LONE.match(line)
    if not found:
        return None
    number = int(found[1])
    return number if not last or number == last + 1 else None


def _more(lines: list[str], start: int, last: int) -> bool:
    """Whether the next note begins a little further on. A number on a line of its own begins a note
    only above a capital: inside a sentence it is the mark of one."""
    near = (line.strip() for line in lines[start : start + _REACH + 1])
    ahead = [line for line in near if line and not _is_page(line) and not is_address(line)]
    for line, below in zip(ahead[:_REACH], [*ahead[1:], ""], strict=False):
        number = _marker(line, last)
        if number and (not _LONE.match(line) or _NOTE_WORDS.match(below)):
            return True
    return False


def _note_follows(lines: list[str], start: int) -> bool:
    near = (line for line in lines[start : start + _REACH] if line.strip())
    following = next((line for line in near if not _is_page(line.strip())), "")
    return _marker(following.strip(), 0) is not None


def _is_page(line: str) -> bool:
    """Whether it is a header or footer; a lone number may be a note's and an address ends notes."""
    return is_furniture(line) and not line.isdecimal() and not is_address(line)


def _is_complete(line: str) -> bool:
    ended = line.rstrip()
    return ended.endswith(".") and not _ABBREVIATED.search(ended)


def _starts_note(line: str) -> bool:
    return bool(_STYLED.match(line) or _CITING.match(line) or line.startswith(STAR))


def _notes(lines: list[str]) -> Iterator[Footnote]:
    mark, words = "", list[str]()
    for line in lines:
        begins = _mark(line, mark)
        page = _is_page(line.strip()) and not (begins and line.rstrip().endswith("."))
        if line == "\f" or _RULE.match(line) or page:
            continue
        if begins:
            yield from _note(mark, words)
            mark, words = begins
        else:
            words.append(line)
    yield from _note(mark, words)


def _mark(line: str, before: str) -> tuple[str, list[str]] | None:
    """The mark that begins a note at this line, and what stands behind it."""
    if line.startswith(STAR):
        return "*", [line[1:]]
    last = int(before) if before.isdecimal() else 0
    found = _STYLED.match(line) or _NUMBERED.match(line) or _LONE.match(line)
    # A number out of order inside a note belongs to its words.
    if not found or (last and int(found[1]) != last + 1 and not _STYLED.match(line)):
        return None
    return found[1], [line[found.end() :]]


def _note(mark: str, words: list[str]) -> Iterator[Footnote]:
    text = " ".join(MARK.sub("", " ".join(words)).split())
    if mark and text:
        yield Footnote(mark, text)
