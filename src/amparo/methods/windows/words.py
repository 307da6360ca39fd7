"""A window in plain words, in English or French: for one that a machine has found.

A window that was entered by hand has its words beside it; these are said of no other.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from amparo.methods.sessions import Span

from .kinds import (
    YEARS_BEGIN,
    AfterEvent,
    AfterSession,
    AtSession,
    BetweenSessions,
    Day,
    Days,
    Every,
    Limit,
    NextReport,
    Period,
    Undated,
    Window,
    Within,
    Yearly,
)
from .spans import spans

DATA = Path(__file__).with_name("words.toml")
Language = Literal["fr", "en"]


def said(window: Window, language: Language) -> str:
    """Such as "81st session of the General Assembly, September 2026 to September 2027"."""
    return _Words(language).of(window)


@cache
def _sheet() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


class _Words:
    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = _sheet()[language]

    def say(self, key: str, **values: object) -> str:
        return str(self.words[key]).format(**values)

    def of(self, window: Window) -> str:
        match window:
            case Every() | Within():
                return self.counted(window)
            case BetweenSessions() | NextReport() | AfterEvent() | AfterSession():
                return self.beside(window)
        return self.at(window)

    def at(self, window: Undated | Days | Limit | AtSession | Yearly) -> str:
        match window:
            case Undated(kind):
                return self.say(kind)
            case Days(first, last):
                return self.days(first, last)
            case Limit(kind, day):
                return self.edge(kind, day)
            case AtSession():
                return self.with_days(window)
            case Yearly(month, day):
                key = "yearly_first" if day == 1 else "yearly"
                return self.say(key, day=day, month=self.month(month))

    def beside(self, window: BetweenSessions | NextReport | AfterEvent | AfterSession) -> str:
        """What stands beside a session, a report or an event."""
        match window:
            case BetweenSessions(body):
                return self.of_body("between", body)
            case NextReport(body):
                return self.of_body("next_report", body, "to_")
            case AfterEvent(event):
                return self.say("after", event=self.event(event))
            case AfterSession(session):
                return self.say("after_session", session=self.with_days(session))

    def counted(self, window: Every | Within) -> str:
        key = "every" if isinstance(window, Every) else "within"
        counted = self.period(key, window.period)
        if window.since is None:
            return counted
        if isinstance(window.since, AtSession):
            since = self.say("from_session", session=self.with_days(window.since))
        else:
            since = self.edge("from", window.since)
        return self.say("since", said=counted, since=since)

    def period(self, key: str, period: Period) -> str:
        one, several = self.words[f"{key}_{period.unit}"]
        return str(one if period.count == 1 else several).format(count=period.count)

    def edge(self, key: str, day: Day) -> str:
        whole, part = self.words[key]
        return str(whole if day.day else part).format(day=self.day(day))

    def with_days(self, session: AtSession) -> str:
        name = self.session(session)
        found = spans(session, date.min, date.max)
        if not found or (session.number or 0) >= YEARS_BEGIN:
            return name
        return self.say("with_days", said=name, days=self.months(found[0]))

    def session(self, session: AtSession) -> str:
        body = self.body(session.body)
        if session.number is None:
            return self.of_body("session_after", session.body, unknown="session_unknown")
        if session.number >= YEARS_BEGIN:
            return self.say("session_of_year", year=session.number, body=body)
        return self.say("session", nth=self.nth(session.number), body=body)

    def of_body(self, key: str, body: str, form: str = "", unknown: str = "") -> str:
        if not body:
            return self.say(unknown or f"{key}_unknown")
        return self.say(key, body=self.body(body, form))

    def body(self, code: str, form: str = "") -> str:
        names = _sheet()["body"].get(code, {})
        return str(names.get(f"{form}{self.language}", names.get(self.language, code)))

    def event(self, code: str) -> str:
        return str(_sheet()["event"].get(code, {}).get(self.language, code))

    def nth(self, number: int) -> str:
        endings = self.words["endings"]
        if self.language == "fr":
            return f"{number}{endings['1' if number == 1 else '0']}"
        last = "0" if 10 < number % 100 < 20 else str(number % 10)
        return f"{number}{endings.get(last, endings['0'])}"

    def month(self, number: int) -> str:
        return str(self.words["months"][number - 1])

    def day(self, day: Day) -> str:
        if not day.month:
            return str(day.year)
        key = "first_of_month" if day.day == 1 else "date" if day.day else "month"
        return self.say(key, day=day.day, month=self.month(day.month), year=day.year)

    def days(self, first: Day, last: Day | None) -> str:
        if last is None:
            return self.day(first)
        if first.day and last.day and first.first.replace(day=1) == last.first.replace(day=1):
            return self.say("same_month", day=first.day, last=self.day(last))
        return self.say("range", first=self.day(first), last=self.day(last))

    def months(self, span: Span) -> str:
        first, last = (Day(day.year, day.month) for day in (span.first, span.last))
        return self.days(first, last if last != first else None)
