"""Which dates of a text are due dates, and which only name something or tell of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

from .dates import YEAR, Date, dates, month_names
from .found import Found
from .kinds import Day, Days, Limit, Window, Yearly
from .sheet import NEAR, Language, ahead, before, compiled, sheet, words

LIMITS = ("by", "before", "until")
EVERY_YEAR_NEAR = 200  # characters between a day without a year and "each year"


@dataclass(frozen=True, slots=True)
class Led:
    """A date with what its preposition makes of it: a `kind` of windows.toml, "" without one."""

    date: Date
    kind: str
    start: int
    text: str

    def windows(self, language: Language) -> Iterator[Found]:
        for days in self.date.days:
            yield Found(self._window(days, language), self.text, self.start)

    def _window(self, days: Days, language: Language) -> Window:
        if self.kind == "by":
            last = days.last or days.first
            ends = words("end", language).search(self.text)
            return Limit("by", Day.of(last.last) if ends else last)
        if self.kind == "before":
            return Limit("before", days.first)
        if self.kind == "until":
            return Limit("until", days.last or days.first)
        return days


def led(text: str, language: Language) -> list[Led]:
    """Every date that is no part of a name."""
    names = [match.span() for each in _names(language) for match in each.finditer(text)]
    return [
        _led(text, each, language)
        for each in dates(text, language)
        if not any(start <= each.start and each.end <= end for start, end in names)
    ]


def due(text: str, language: Language, said_on: date | None) -> list[Found]:
    """Those on, by or until which something is to be."""
    return [
        found
        for each in led(text, language)
        if _is_due(text, each, language, said_on)
        for found in each.windows(language)
    ]


def happened(text: str, language: Language, said_on: date | None) -> list[Found]:
    """The days, not the years, on which the text says that something was."""
    found = [
        found
        for each in led(text, language)
        if each.kind in ("on", "") and all(days.first.month for days in each.date.days)
        if _is_over(text, each, language, said_on)
        for found in each.windows(language)
    ]
    return found[:1] if words("record", language).match(text) else found


def yearly(text: str, language: Language) -> Iterator[Found]:
    """A day without a year that the text says comes each year."""
    again = compiled(next(row[language] for row in sheet()["every"] if row["period"] == "1y"))
    for match in _day_of_year(language).finditer(text):
        near = text[match.start() - min(match.start(), EVERY_YEAR_NEAR) : match.end()]
        after = text[match.end() : match.end() + EVERY_YEAR_NEAR]
        if again.search(near) or again.search(after):
            month = next(n for n in range(1, 13) if match[f"m{n}"])
            with suppress(ValueError):
                yield Found(Yearly(month, int(match["d"])), match[0], match.start())


@cache
def _names(language: Language) -> tuple[re.Pattern[str], ...]:
    day = rf"(?:\d{{1,2}}(?: ?er)? )?(?:{month_names(language)}) (?:\d{{1,2}}, )?{YEAR}"
    return tuple(
        compiled(row[language].replace("{date}", rf"(?:{day})").replace("{year}", rf"(?:{YEAR})"))
        for row in sheet()["name"]
    )


@cache
def _day_of_year(language: Language) -> re.Pattern[str]:
    months = "|".join(f"(?P<m{n}>{each})" for n, each in enumerate(sheet()["months"][language], 1))
    return compiled(rf"\b(?P<d>\d{{1,2}})(?: ?er|st|nd|rd|th)? (?:{months})\b(?! ?,? {YEAR})")


def _led(text: str, each: Date, language: Language) -> Led:
    near = text[max(0, each.start - NEAR) : each.start]
    for row in sheet()["lead"]:
        found = ahead(row[language]).search(near)
        if found and (row["kind"] != "mention" or not each.range):
            start = each.start - len(near) + found.start()
            return Led(each, row["kind"], start, text[start : each.end])
    return Led(each, "on" if each.range else "", each.start, text[each.start : each.end])


def _is_due(text: str, each: Led, language: Language, said_on: date | None) -> bool:
    if each.kind in LIMITS:
        return True
    if each.kind in ("mention", ""):
        return False
    return not _is_over(text, each, language, said_on)


def _is_over(text: str, each: Led, language: Language, said_on: date | None) -> bool:
    """Before the text was adopted; where nobody says when that was, what its words tell as past."""
    noted = words("noting", language).match(text)
    days = each.date.days[-1]
    if said_on and noted and not days.first.month:
        return days.first.first < said_on
    if said_on:
        return (days.last or days.first).last < said_on
    told = words("preamble", language).match(text) or noted
    return bool(told) or before(text, each.start, "past", language)
