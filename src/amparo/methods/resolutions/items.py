"""The lettered and roman items of a paragraph, told from `a)` inside a sentence by their order."""

import re
from dataclasses import dataclass, field

from .layout import Line
from .mending import Printed, joined
from .model import Subparagraph
from .openings import is_closed

_ITEM = re.compile(
    r"^[\[“«\"]?(?:[-–•] ?)?(?:\(?([a-z]{1,2}|[ivx]{1,6})(?:\)\s*|\.\s+)|\((\d{1,2})\)\s*)(?=\S)"
)
# A paragraph that is its own first item: `1. (a) Decides`.
_FIRST = re.compile(r"\(?a\)")
_COUNTED = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_ROMAN = _COUNTED.split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Item:
    label: str
    lines: list[str]
    items: list["Item"] = field(default_factory=list)

    def finished(self, printed: Printed) -> Subparagraph:
        inner = tuple(item.finished(printed) for item in self.items)
        return Subparagraph(self.label, joined(self.lines, printed), inner)


@dataclass
class Items:
    """A paragraph's opening words (``chapeau``) and the items read below them."""

    chapeau: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The last line read, wherever it went."""
        return self._open_lines()[-1].rstrip() if self._open_lines() else ""

    def add(self, text: str) -> None:
        self._open_lines().append(text.strip())

    def opens(self, line: Line) -> bool:
        """Start the item that this line opens, and say whether it opened one."""
        found = _ITEM.match(line.text)
        if not found or not self._ready():
            return False
        label, rest = found[1] or found[2], line.text[found.end() :]
        if label == "b" and not self.items and _FIRST.match(" ".join(self.chapeau[:1])):
            self.items.append(Item(label, [rest]))
            return True
        for level in (self.items, self.items[-1].items if self.items else None):
            if level is not None and label in _expected(level):
                level.append(Item(label, [rest]))
                return True
        return False

    def finished(self, printed: Printed) -> tuple[Subparagraph, ...]:
        return tuple(item.finished(printed) for item in self.items)

    def _open_lines(self) -> list[str]:
        if not self.items:
            return self.chapeau
        last = self.items[-1]
        return last.items[-1].lines if last.items else last.lines

    def _ready(self) -> bool:
        """Whether what was read so far lets an item begin: `article 3` before `a)` does not."""
        last = self.last
        return last.endswith(("—", "–", " et", " ou", " and", " or")) or is_closed(last)


def _expected(level: list[Item]) -> set[str]:
    if not level:
        return {"a", "i", "1"}
    label = level[-1].label
    if label.isdecimal():
        return {str(int(label) + 1)}
    following = set()
    if label in _ROMAN[:-1] and (level[0].label == "i"):
        following.add(_ROMAN[_ROMAN.index(label) + 1])
    if level[0].label == "a":
        following.add(_next_letter(label))
    return following


def _next_letter(label: str) -> str:
    place = _LETTERS.index(label[0]) + 1
    if place < len(_LETTERS):
        return _LETTERS[place] * len(label)
    return "a" * (len(label) + 1)
