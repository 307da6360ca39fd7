"""When the nth session of a body of the United Nations is, and how texts name the body."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("bodies.toml")
GENERAL_ASSEMBLY = "GA"
SEPTEMBER, WEEK, TUESDAY = 9, 7, 1
# The rule of the opening day: the Tuesday of which week, counted from the first one with a working
# day, by the session from which it holds (rules of procedure, rule 1; A/RES/57/301 and its
# amendment of 2023). Before, the third Tuesday of September.
THIRD_WEEK, SECOND_WEEK = 58, 78


@dataclass(frozen=True)
class Span:
    """From a day to a day, both counted."""

    first: date
    last: date


@dataclass(frozen=True)
class Body:
    """`names`: a pattern by language. `special`: its special sessions, counted apart.

    A body without `year` meets in sessions that are named by their year.
    """

    code: str
    names: Mapping[str, re.Pattern[str]]
    special: bool
    year: int | None
    every: int
    thrice: int | None
    first: int
    months: tuple[int, int]
    one: Mapping[int, Span]

    def span(self, number: int) -> Span | None:
        """The days of its nth session, to the month where the list says no more; None where there
        is none."""
        if number in self.one:
            return self.one[number]
        if self.code == GENERAL_ASSEMBLY:
            return _assembly(number) if number > 0 else None
        if self.thrice is not None:
            since = number - self.first
            month = 3 + 3 * (since % 3)
            year = self.thrice + since // 3
            return _months(year, month, month + 1) if since >= 0 else None
        if self.year is None or number < 1:
            return None
        return _months(self.year + self.every * number, *self.months)

    def number_in(self, day: date) -> int | None:
        """The session that has begun last on that day; None for a body that counts none."""
        begun = (n for n in range(200, 0, -1) if (span := self.span(n)) and span.first <= day)
        return next(begun, None)


def _assembly(number: int) -> Span:
    return Span(_opening(number), _opening(number + 1) - timedelta(days=1))


def _opening(number: int) -> date:
    first = date(1945 + number, SEPTEMBER, 1)
    if number < THIRD_WEEK:
        return first + timedelta(days=(TUESDAY - first.weekday()) % WEEK + 2 * WEEK)
    weeks = 1 if number >= SECOND_WEEK else 2
    # A first of September on a weekend belongs to a week without a working day.
    monday = first - timedelta(days=first.weekday())
    if first.weekday() >= 5:
        monday += timedelta(days=WEEK)
    return monday + timedelta(days=weeks * WEEK + TUESDAY)


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), _end(year, last))


def _end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def body_in(text: str, language: str) -> Body | None:
    """The body that the words name first, such as the one that speaks in an enacting clause."""
    found = [
        (named.start(), -named.end(), body)
        for body in bodies().values()
        if not body.special and (named := body.names[language].search(text))
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


@cache
def bodies() -> Mapping[str, Body]:
    """By their code, in the order of the file: the longer name of two stands first."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["body"]
    return {row["code"]: _body(row) for row in rows}


def _body(row: Mapping[str, Any]) -> Body:
    first, last = row.get("months", (1, 12))
    return Body(
        code=row["code"],
        names={language: re.compile(row[language]) for language in ("fr", "en")},
        special=row.get("special", False),
        year=row.get("year"),
        every=row.get("every", 1),
        thrice=row.get("thrice"),
        first=row.get("first", 1),
        months=(first, last),
        one=dict(_ones(row.get("one", ()))),
    )


def _ones(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[int, Span]]:
    for row in rows:
        year, month = map(int, row["first"].split("-"))
        last_year, last_month = map(int, row["last"].split("-"))
        yield row["number"], Span(date(year, month, 1), _end(last_year, last_month))
