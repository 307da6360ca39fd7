"""A paragraph as a person typed it: an empty line begins the next one, `a)` an item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from amparo.commitments.loading.items import Item, Said, nested, with_clauses
from amparo.commitments.models import Place
from amparo.methods.resolutions import Paragraph, Subparagraph
from amparo.methods.resolutions.typed import typed

BLANK = re.compile(r"\n[ \t]*\n")
NUMBERED = re.compile(r"(\d{1,3})[.)]\s+")
COUNTED = re.compile(r"(\D*)(\d+)")


def items_in(text: str, like: Item, said: Said) -> list[Item]:
    """What stands in `text` now, in the place of `like`: none for an empty text."""
    found: list[Item] = []
    for block in BLANK.split(text.replace("\r\n", "\n").strip()):
        if block.strip():
            number = _next(found[-1].number) if found else like.number
            found.append(_item(block.strip(), replace(like, number=number), said))
    return found


def _item(block: str, like: Item, said: Said) -> Item:
    """Its number is the one printed before it, or else follows the one before."""
    printed = NUMBERED.match(block)
    if printed and like.place == Place.OPERATIVE:
        counted = COUNTED.fullmatch(like.number)
        like = replace(like, number=f"{counted[1] if counted else ''}{printed[1]}")
    read = typed(block[printed.end() :] if printed else block, said.language)
    item = Item(like.place, like.number, read.text, read.verb, nested(read.subparagraphs))
    return item if item.place == Place.PREAMBLE else with_clauses(item, read, said)


def reread(item: Item, said: Said) -> Item:
    """The same paragraph, asked anew what it asks: when, or who, was not known before."""
    read = Paragraph(0, item.verb, item.text, _subparagraphs(item.subparagraphs))
    return item if item.place == Place.PREAMBLE else with_clauses(item, read, said)


def as_typed(item: Item) -> str:
    """As somebody would type it, to be changed."""
    return "\n".join([item.text, *_lines(item.subparagraphs)])


def _subparagraphs(items: Sequence[Mapping[str, Any]]) -> tuple[Subparagraph, ...]:
    return tuple(
        Subparagraph(each["label"], each["text"], _subparagraphs(each["subparagraphs"]))
        for each in items
    )


def _lines(items: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        line
        for each in items
        for line in (f"{each['label']}) {each['text']}", *_lines(each["subparagraphs"]))
    ]


def _next(number: str) -> str:
    counted = COUNTED.fullmatch(number)
    return f"{counted[1]}{int(counted[2]) + 1}" if counted else number
