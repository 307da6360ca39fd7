"""The dates of a text: a day, a month, a year, or from one to another, as they are printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .kinds import Day, Days
from .sheet import Language, compiled, sheet

# Two days, months or years of which the first leaves out what the second says.
JOINTS: Mapping[Language, str] = {
    "fr": r"(?P<joint> ?[-–—] ?| au | à | et le | et en | et | au cours de )",
    "en": r"(?P<joint> ?[-–—] ?| to | and | through | until )",
}
SEVERAL: Mapping[Language, re.Pattern[str]] = {
    "fr": re.compile(r"\s*et\b"), "en": re.compile(r"\s*and\b"),
}  # fmt: skip
YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Date:
    """`days`: one window, or two for two days with "and" between that do not follow each other."""

    start: int
    end: int
    days: tuple[Days, ...]

    @property
    def range(self) -> bool:
        return self.days[0].last is not None


def dates(text: str, language: Language) -> list[Date]:
    """In the order of the text. A day that no calendar has is none."""
    found = []
    position = 0
    while match := _date(language).search(text, position):
        said = {key: value for key, value in match.groupdict().items() if value}
        days = tuple(_Printed(said, language).days())
        if days:
            found.append(Date(match.start(), match.end(), days))
        position = match.end()
    return found


@cache
def month_names(language: Language) -> str:
    return "|".join(sheet()["months"][language])


@cache
def _date(language: Language) -> re.Pattern[str]:
    month = month_names(language)
    first = r"(?P<d1>\d{1,2})(?: ?er|st|nd|rd|th)?"
    last = r"(?P<d2>\d{1,2})(?: ?er|st|nd|rd|th)?"
    joint = JOINTS[language]
    day = (
        rf"(?:{first}(?: (?P<m1>{month}),?(?: (?P<y1>{YEAR}))?)?{joint})?"
        rf"{last} (?P<m2>{month}),? (?P<y2>{YEAR})"
    )
    american = rf"(?P<m3>{month}) (?P<d3>\d{{1,2}}), (?P<y3>{YEAR})"
    months = (
        rf"(?:(?P<m4>{month})(?: (?P<y4>{YEAR}))?{joint.replace('joint', 'joint4')})?"
        rf"(?P<m5>{month}),? (?P<y5>{YEAR})"
    )
    years = rf"(?:(?P<y6>{YEAR}){joint.replace('joint', 'joint6')})?(?P<y7>{YEAR})"
    either = "|".join((american, day, months, years) if language == "en" else (day, months, years))
    return compiled(rf"(?<![\w/.-])(?:{either})(?![\w/])")


@dataclass(frozen=True)
class _Printed:
    """The parts of a date by their name in the pattern: `y2`, `m2`, `d2` ..."""

    said: Mapping[str, str]
    language: Language

    def days(self) -> Iterator[Days]:
        if "d3" in self.said:
            yield from _each(self.day("3"))
        elif "d2" in self.said:
            yield from self.pair("", "2", "1")
        elif "m5" in self.said:
            yield from self.pair("4", "5", "4")
        else:
            yield from self.pair("6", "7", "6")

    def pair(self, joint: str, last: str, first: str) -> Iterator[Days]:
        """The first of two takes from the second what it leaves out."""
        joined, ends = self.said.get(f"joint{joint}"), self.day(last)
        if joined is None or ends is None:
            yield from _each(ends)
            return
        begins = self.day(first, last)
        several = SEVERAL[self.language].match(joined)
        if (
            begins is None
            or ends.last <= begins.first
            or (several and not (ends.day and (ends.first - begins.last).days == 1))
        ):
            yield from _each(begins, ends)
        else:
            yield Days(begins, ends)

    def day(self, which: str, otherwise: str = "") -> Day | None:
        year, month, day = (self.part(part, which, otherwise) for part in "ymd")
        try:
            return Day(int(year), self.month(month), int(day) if day else None)
        except ValueError:
            return None

    def part(self, part: str, which: str, otherwise: str) -> str:
        """A day is never taken from the other one."""
        other = "" if part == "d" else self.said.get(f"{part}{otherwise}", "")
        return self.said.get(f"{part}{which}") or other

    def month(self, name: str) -> int | None:
        patterns = enumerate(sheet()["months"][self.language], 1)
        found = (n for n, each in patterns if re.fullmatch(each, name, re.IGNORECASE))
        return next(found, None)


def _each(*days: Day | None) -> Iterator[Days]:
    yield from (Days(day) for day in days if day)
