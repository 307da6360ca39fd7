"""The words of windows.toml, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).with_name("windows.toml")
Language = Literal["fr", "en"]
NEAR = 160  # characters before a date or a name in which its preposition is looked for


@cache
def sheet() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Without capitals; a space of the pattern is any run of white space in the text."""
    return re.compile(pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*"), re.IGNORECASE)


@cache
def words(key: str, language: Language) -> re.Pattern[str]:
    """The pattern of a table that has one by language."""
    return compiled(sheet()[key][language])


@cache
def ahead(pattern: str) -> re.Pattern[str]:
    """What stands right before a place: to be searched in what comes before it."""
    return compiled(rf"(?<![\w-])(?:{pattern})\s*$")


def before(text: str, place: int, key: str, language: Language) -> bool:
    """Whether the words of that table stand right before that place."""
    near = text[max(0, place - NEAR) : place]
    return bool(ahead(sheet()[key][language]).search(near))
