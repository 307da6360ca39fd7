"""The hours of a week in one cell: `MO TU WE 08:00-18:00; SA 10:00-12:00 2026-01-01..2026-06-30`.

The days are those of RFC 5545, BYDAY, as HSDS writes them; after the hours, from and until when.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE = re.compile(
    r"(?P<days>[A-Z][A-Z ,]{1,60}) (?P<opens>\d{2}:\d{2})-(?P<closes>\d{2}:\d{2})"
    r"(?: (?P<since>\d{4}-\d\d-\d\d)?\.\.(?P<until>\d{4}-\d\d-\d\d)?)?"
)
MOST = 40


class NotHours(ValueError):
    pass


@dataclass(frozen=True)
class Hours:
    days: tuple[str, ...]
    opens: time
    closes: time
    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        said = f"{' '.join(self.days)} {self.opens:%H:%M}-{self.closes:%H:%M}"
        if not (self.since or self.until):
            return said
        return f"{said} {self.since or ''}..{self.until or ''}"


def read(text: str) -> list[Hours]:
    """Raises NotHours."""
    parts = [" ".join(part.split()) for part in text.split(";") if part.strip()]
    if len(parts) > MOST:
        raise NotHours
    return [_one(part) for part in parts]


def written(found: Iterable[Hours]) -> str:
    """In one order, so that the same hours are the same text."""
    return "; ".join(sorted({str(hours) for hours in found}))


def canonical(text: str) -> str:
    """Raises NotHours."""
    return written(read(text))


def _one(part: str) -> Hours:
    found = ONE.fullmatch(part)
    if not found:
        raise NotHours
    days = tuple(dict.fromkeys(re.split(r"[ ,]+", found["days"].strip(" ,"))))
    try:
        days = tuple(sorted(days, key=DAYS.index))
        return Hours(
            days, time.fromisoformat(found["opens"]), time.fromisoformat(found["closes"]),
            *(date.fromisoformat(day) if day else None for day in (found["since"], found["until"])),
        )  # fmt: skip
    except ValueError:
        raise NotHours from None
