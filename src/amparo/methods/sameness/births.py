"""Two dates of birth, each as sure as somebody was who wrote it down.

Written as in the Extended Date/Time Format (ISO 8601-2:2019, level 1): "2004-02-29", "2004-02",
"2004", and with "~" or "?" after it when it was only estimated. The first of January stands in many
registers for a day that nobody knew, and is taken for the year alone.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from operator import ne

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\s*([~?%])?$")
# How far an estimate of an age is usually out: more than this is another age.
ESTIMATE = 3


class Births(StrEnum):
    """From the most telling to what speaks against."""

    SAME_DAY = "same_day"
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"
    ONE_FIGURE_APART = "one_figure_apart"
    SAME_YEAR = "same_year"
    YEARS_NEAR = "years_near"
    UNKNOWN = "unknown"
    OTHER_DAY = "other_day"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Birth:
    year: int
    month: int = 0
    day: int = 0
    estimated: bool = False

    @property
    def is_whole(self) -> bool:
        return bool(self.month and self.day) and not self.estimated

    def figures(self) -> str:
        return f"{self.year:04}{self.month:02}{self.day:02}"


def birth(text: str) -> Birth | None:
    """None for what is unknown or cannot be read as a date."""
    found = WRITTEN.match(text.strip())
    if not found:
        return None
    year, month, day, unsure = found.groups()
    whole = int(month or 0), int(day or 0)
    if whole == (1, 1):
        whole = (0, 0)
    return Birth(int(year), *whole, estimated=bool(unsure))


def compare(one: Birth | None, other: Birth | None) -> Births:
    if one is None or other is None:
        return Births.UNKNOWN
    if one.is_whole and other.is_whole:
        return _whole(one, other)
    apart = abs(one.year - other.year)
    if apart == 0:
        return Births.OTHER_DAY if _months_differ(one, other) else Births.SAME_YEAR
    room = ESTIMATE if one.estimated or other.estimated else 1
    return Births.YEARS_NEAR if apart <= room else Births.OTHER_YEAR


def _whole(one: Birth, other: Birth) -> Births:
    if one == other:
        return Births.SAME_DAY
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return Births.DAY_AND_MONTH_SWAPPED
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    if same == 2 and sum(map(ne, one.figures(), other.figures())) == 1:
        return Births.ONE_FIGURE_APART
    return Births.OTHER_DAY if one.year == other.year else Births.OTHER_YEAR


def _months_differ(one: Birth, other: Birth) -> bool:
    sure = not (one.estimated or other.estimated)
    return sure and bool(one.month and other.month) and one.month != other.month
