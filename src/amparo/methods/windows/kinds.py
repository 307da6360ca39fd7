"""When an ask is due: each way in which a text can say it, and how the register writes it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["y", "m", "d"]
Vague = Literal["none", "asap", "priority", "continuous", "funds"]
Edge = Literal["by", "before", "until"]
# From here on, what stands behind the code of a body is a year and not a number.
YEARS_BEGIN = 1000
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day, a month or a year: as much as the text says. Raises ValueError for one that no
    calendar has."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        date(self.year, *(1 if part is None else part for part in (self.month, self.day)))

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def code(self) -> str:
        code = f"{self.year:04}"
        for part in (self.month, self.day):
            code += f"-{part:02}" if part else ""
        return code

    @staticmethod
    def of(day: date) -> "Day":
        return Day(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Period:
    count: int
    unit: Unit

    @property
    def code(self) -> str:
        return f"{self.count}{self.unit}"

    def after(self, day: date, times: int = 1) -> date:
        """Raises OverflowError or ValueError beyond the year 9999. The last day of a shorter
        month stands for one that it does not have."""
        if self.unit == "d":
            return day + timedelta(days=times * self.count)
        months = times * self.count * (12 if self.unit == "y" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Undated:
    """No date; how it presses, where the text says so."""

    kind: Vague

    @property
    def code(self) -> str:
        return self.kind


@dataclass(frozen=True, slots=True)
class Days:
    """On these days. `last` is None where there is one day, month or year only."""

    first: Day
    last: Day | None = None

    @property
    def code(self) -> str:
        return f"on:{self.first.code}" + (f"/{self.last.code}" if self.last else "")


@dataclass(frozen=True, slots=True)
class Limit:
    """`by`: at the latest then. `before`: the day before it begins. `until`: lasts to its end."""

    kind: Edge
    day: Day

    @property
    def code(self) -> str:
        return f"{self.kind}:{self.day.code}"


@dataclass(frozen=True, slots=True)
class AtSession:
    """`body`: a code of methods.sessions, "" where the text does not say whose session.

    `number`: the session's, or a year from 1000 on; None: the one that follows the event beside it.
    """

    body: str
    number: int | None = None

    @property
    def code(self) -> str:
        return f"session:{self.body}{self.number or ''}"


@dataclass(frozen=True, slots=True)
class BetweenSessions:
    body: str

    @property
    def code(self) -> str:
        return f"between-sessions:{self.body}"


@dataclass(frozen=True, slots=True)
class NextReport:
    """In a coming report to that body; "" where the text does not say to whom."""

    body: str

    @property
    def code(self) -> str:
        return f"next-report:{self.body}"


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """After an event that has no date yet: `expert-group`."""

    event: str

    @property
    def code(self) -> str:
        return f"after:{self.event}"


@dataclass(frozen=True, slots=True)
class AfterSession:
    session: AtSession

    @property
    def code(self) -> str:
        return f"after:{self.session.body}{self.session.number}"


@dataclass(frozen=True, slots=True)
class Yearly:
    """Raises ValueError for a day that no year has."""

    month: int
    day: int

    def __post_init__(self) -> None:
        date(LEAP_YEAR, self.month, self.day)

    @property
    def code(self) -> str:
        return f"yearly:{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again; where no text says since when, without a date."""

    period: Period
    since: Day | AtSession | None = None

    @property
    def code(self) -> str:
        return f"every:{self.period.code}" + _since(self.since)


@dataclass(frozen=True, slots=True)
class Within:
    """So long after `since`; None where the text counts from an event without a date."""

    period: Period
    since: Day | None = None

    @property
    def code(self) -> str:
        return f"within:{self.period.code}" + _since(self.since)


def _since(since: Day | AtSession | None) -> str:
    if since is None:
        return ""
    return f" from:{since.code.removeprefix('session:')}"


Window = (
    Undated
    | Days
    | Limit
    | AtSession
    | BetweenSessions
    | NextReport
    | AfterEvent
    | AfterSession
    | Yearly
    | Every
    | Within
)
