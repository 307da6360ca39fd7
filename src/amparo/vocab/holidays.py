"""Public holidays as a country writes them: a fixed day, days from Easter, or announced dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from amparo.vocab.datafile import Entry, Text


@dataclass(frozen=True)
class Holiday:
    """One rule; exactly one of its three ways is filled."""

    label: Text
    month_day: tuple[int, int] | None = None
    after_easter: int | None = None
    announced: frozenset[date] = frozenset()

    def days(self, year: int) -> set[date]:
        """The days of `year` on which it falls; for announced dates that may be none."""
        if self.month_day:
            return {date(year, *self.month_day)}
        if self.after_easter is not None:
            return {easter(year) + timedelta(days=self.after_easter)}
        return {day for day in self.announced if day.year == year}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous rule, Nature 1876)."""
    golden, century = year % 19, year // 100
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(year % 100, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def read_holiday(entry: Entry) -> Holiday:
    """Keys: en, fr and one of `on` ("05-01"), `after_easter` (days), `dates` (TOML dates)."""
    ways = [way for way in ("on", "after_easter", "dates") if entry.has(way)]
    if len(ways) != 1:
        raise entry.error("on", "give exactly one of on, after_easter, dates")
    label = entry.both()
    if ways == ["on"]:
        holiday = Holiday(label, month_day=_month_day(entry))
    elif ways == ["after_easter"]:
        holiday = Holiday(label, after_easter=entry.number("after_easter", least=-60))
    else:
        holiday = Holiday(label, announced=_dates(entry))
    entry.close()
    return holiday


def _month_day(entry: Entry) -> tuple[int, int]:
    written = entry.text("on")
    try:
        # 2001 is no leap year: a holiday on 29 February would not exist every year.
        day = date.fromisoformat(f"2001-{written}")
    except ValueError:
        raise entry.error("on", f"{written!r} is no day of every year, written MM-DD") from None
    return day.month, day.day


def _dates(entry: Entry) -> frozenset[date]:
    days = entry.values["dates"]
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise entry.error("dates", "should hold only dates")
    return frozenset(days)
