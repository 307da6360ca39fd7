"""How long, how often: "tous les quatre ans", "biennially", "within six months of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from .kinds import Period, Unit
from .sheet import Language, compiled, sheet, words

PERIOD = re.compile(r"(\d+)([ymd])")
DAYS_OF_A_WEEK = 7
OF_WHAT_NEAR = 80  # characters behind a period in which it is said what it counts from


@dataclass(frozen=True, slots=True)
class Told:
    """A period as the text says it; `of_adoption`: counted from the text itself."""

    period: Period
    text: str
    start: int
    of_adoption: bool = False


def often(text: str, language: Language) -> Iterator[Told]:
    """Those that come again and again."""
    for pattern, fixed in _every(language):
        for match in pattern.finditer(text):
            if period := fixed or _counted(match, language):
                yield Told(period, match[0].strip(), match.start())


def within(text: str, language: Language) -> Iterator[Told]:
    """Those that something is to be done within."""
    adopted = words("adoption", language)
    for match in (match for each in _within(language) for match in each.finditer(text)):
        if period := _counted(match, language):
            rest = text[match.end() : match.end() + OF_WHAT_NEAR]
            yield Told(period, match[0].strip(), match.start(), bool(adopted.search(rest)))


@cache
def _count(language: Language) -> str:
    """A number in words or figures and its unit: "quatre ans", "6 months"."""
    numbers = "|".join(sorted(sheet()["numbers"][language], key=len, reverse=True))
    units = "|".join(f"(?P<{unit}>{said})" for unit, said in sheet()["units"][language].items())
    return rf"(?:(?P<n>\d{{1,3}}|{numbers})(?: \(\d{{1,3}}\))?(?: |-))(?:{units})\b"


@cache
def _every(language: Language) -> tuple[tuple[re.Pattern[str], Period | None], ...]:
    return tuple(
        (_filled(row[language], language), _period(row["period"])) for row in sheet()["every"]
    )


@cache
def _within(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(_filled(row[language], language) for row in sheet()["within"])


def _filled(pattern: str, language: Language) -> re.Pattern[str]:
    return compiled(rf"\b(?:{pattern.replace('{count}', _count(language))})")


def _period(written: str) -> Period | None:
    found = PERIOD.fullmatch(written)
    return Period(int(found[1]), cast(Unit, found[2])) if found else None


def _counted(match: re.Match[str], language: Language) -> Period | None:
    said = {key: value for key, value in match.groupdict().items() if value}
    numbers = sheet()["numbers"][language]
    if "n" not in said:
        return None
    written = " ".join(said["n"].lower().split())
    count = numbers[written] if written in numbers else int(written)
    if not count:
        return None
    if "w" in said:
        return Period(count * DAYS_OF_A_WEEK, "d")
    return Period(count, next(unit for unit in ("y", "m", "d") if unit in said))
