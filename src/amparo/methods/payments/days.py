"""Days: the order of day, month and year is decided by the whole column, or not at all."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from amparo.methods.payments.kinds import Order, Undecided, What

PARTS = re.compile(r"(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})(?:[T\s].*)?")
TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
WORDS = re.compile(
    r"(\d{1,2})(?:er|st|nd|rd|th|\.)?[\s./-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s./-]+(?:de\s+)?"
    r"(\d{4}|\d{2})(?:\s.*)?"
)
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})(?:\s.*)?")
MONTHS_IN = ("en", "fr", "es", "pt", "it", "de", "ar", "ru")
CENTURY = 2000
FEWEST, MOST = 1970, 2100
SHOWN = 5


def read_days(texts: Mapping[int, str], order: Order | None) -> tuple[Order, dict[int, date]]:
    """The days by line, without those that are none in any order. Raises Undecided."""
    readings = {line: _orders(text) for line, text in texts.items()}
    if order is not None:
        return order, {line: found[order] for line, found in readings.items() if order in found}
    votes = {line: found for line, found in readings.items() if found}
    fitting = [each for each in Order if all(each in found for found in votes.values())]
    if not votes:
        return Order.YMD, {}
    if not fitting:
        raise Undecided(What.DATES_MIXED, _where_they_part(votes))
    first, *others = fitting
    unlike = [
        line for line, found in votes.items()
        if any(found[other] != found[first] for other in others)
    ]  # fmt: skip
    if unlike:
        raise Undecided(What.DATES_OPEN, tuple(unlike[:SHOWN]))
    return first, {line: found[first] for line, found in votes.items()}


def _where_they_part(votes: Mapping[int, Mapping[Order, date]]) -> tuple[int, ...]:
    """For each order the first line that does not fit it."""
    parting = {next(line for line, found in votes.items() if order not in found) for order in Order}
    return tuple(sorted(parting))


def _orders(text: str) -> dict[Order, date]:
    """The day that the text is in each order in which it is one."""
    plain = _in_plain_digits(text)
    if found := TOGETHER.fullmatch(plain):
        year, month, day = map(int, found.groups())
        return _each(_day(year, month, day))
    if by_name := _by_name(plain):
        return _each(by_name)
    parts = PARTS.fullmatch(plain)
    if not parts:
        return {}
    tried = {order: _ordered(order, *parts.groups()) for order in Order}
    return {order: day for order, day in tried.items() if day}


def _each(day: date | None) -> dict[Order, date]:
    """Of which no order is in doubt."""
    return dict.fromkeys(Order, day) if day else {}


def _ordered(order: Order, first: str, second: str, third: str) -> date | None:
    texts = {"d": "", "m": "", "y": ""} | dict(
        zip(order.value, (first, second, third), strict=True)
    )
    if len(texts["d"]) > 2 or len(texts["y"]) not in (2, 4):
        return None
    return _day(_whole_year(texts["y"]), int(texts["m"]), int(texts["d"]))


def _by_name(text: str) -> date | None:
    if found := WORDS.fullmatch(text):
        day, month, year = found.groups()
    elif found := MONTH_FIRST.fullmatch(text):
        month, day, year = found.groups()
    else:
        return None
    number = _months().get(month.casefold())
    return _day(_whole_year(year), number, int(day)) if number else None


def _whole_year(year: str) -> int:
    return int(year) + (CENTURY if len(year) == 2 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if FEWEST <= year <= MOST else None


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for language in MONTHS_IN:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                found.setdefault(name.casefold().rstrip("."), number)
    return found


def _in_plain_digits(text: str) -> str:
    """Arabic, Persian and other digits as ours."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
