"""What a conversion does to the layout of a text changes none of its numbers, in any house."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from amparo.methods.resolutions import NotAResolution, read

FOLDER = Path(__file__).with_name("houses")
NOISE = ("A/RES/72/195", "17-23100 (E)", "2/5", "Page 4", "\f", "*1723100*", "GE.21-10001 3")


def numbers(text: str) -> list[tuple[list[str], int]] | str:
    """Of each resolution its operative numbers, and how many preambular paragraphs it has."""
    try:
        found = read(text).resolutions
    except NotAResolution as refusal:
        return refusal.code
    return [
        ([f"{each.number}{each.again}" for each in part.operative], len(part.preamble))
        for part in found
        if part.operative
    ]


def tight(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def loose(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n\n\n", text)


def wrapped(text: str) -> str:
    lines = [textwrap.wrap(line, 60, break_on_hyphens=False) or [""] for line in text.split("\n")]
    return "\n".join(piece for pieces in lines for piece in pieces)


def indented(text: str) -> str:
    draw = Random(1)
    return "\n".join(" " * draw.randrange(12) + line + "  " for line in text.split("\n"))


def with_pages(text: str) -> str:
    draw = Random(2)
    lines = text.split("\n")
    for _ in range(8):
        lines.insert(draw.randrange(len(lines) + 1), draw.choice(NOISE))
    return "\n".join(lines)


def of_another_system(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_tabs(text: str) -> str:
    return re.sub(r"^(\s*\S{1,4}[.)]) +", r"\1\t", text, flags=re.MULTILINE)


def with_hard_spaces(text: str) -> str:
    return re.sub(r"(\d\.) ", "\\1\u00a0\u00a0", text)


def with_tags(text: str) -> str:
    return "\n".join(f"<p>{line}</p>" if line.strip() else "" for line in text.split("\n"))


def with_numbers_apart(text: str) -> str:
    return re.sub(r"^(\s*\d{1,2}\.) +", r"\1\n", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "convert",
    [
        tight, loose, wrapped, indented, with_pages, of_another_system, with_tabs, with_hard_spaces,
        with_tags, with_numbers_apart,
    ],
)  # fmt: skip
def test_the_layout_of_a_conversion_changes_no_number(convert: Callable[[str], str]) -> None:
    changed = []
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if numbers(convert(text)) != numbers(text):
            changed.append(path.stem)
    assert changed == []
