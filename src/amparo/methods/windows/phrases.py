"""Every phrase of a text that says when something is due.

Whoever has a date needs no "as soon as possible" beside it: what is vaguer gives way.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from .at_sessions import Asked
from .days import Led, due, led, yearly
from .found import Found
from .kinds import AfterSession, AtSession, Day, Every, NextReport, Period, Undated, Within
from .meetings import before_fixed, fixed, named_of, undated, weakly_fixed
from .periods import Told, often, within
from .sheet import Language, compiled, sheet, words

YEAR = Period(1, "y")
NEXT_NEAR = 90  # characters between "the next report" and its date


def windows(
    text: str,
    language: Language,
    *,
    speaker: str = "",
    said_on: date | None = None,
    context: str = "",
) -> list[Found]:
    """In the order of the text, each window once. Of what is past or only named, nothing.

    `speaker`: the code of the body that adopts the text; `said_on`: when, or about when; `context`:
    the rest of the document, which may name its bodies in full and fix the days of its meetings.
    """
    annex = words("below", language).search(text)
    asked = Asked(text[: annex.end()] if annex else text, language, speaker, said_on, context)
    found = list(_exact(asked))
    if not words("preamble", language).match(text):
        found = found or list(_weak(asked)) or list(_vague(asked))
    once: dict[str, Found] = {}
    for each in sorted(found, key=lambda each: each.start):
        once.setdefault(each.window.code, each)
    return list(once.values())


def _exact(asked: Asked) -> Iterator[Found]:
    text, language = asked.text, asked.language
    each_year = list(yearly(text, language))
    again = [e for e in often(text, language) if not each_year or e.period != YEAR]
    starts = _starts(asked, again) if again else []
    begun = {each.start for each in starts}
    yield from each_year
    yield from (each for each in due(text, language, asked.said_on) if each.start not in begun)
    sessions = [each for each in asked.at_sessions() if not again or each.start not in begun]
    since = _since(asked, starts) if again else None
    yield from (each for each in sessions if each.window != since)
    yield from asked.also_to() if sessions else ()
    yield from (Found(Every(each.period, since), each.text, each.start) for each in again)
    yield from _within(asked)
    yield from before_fixed(text, language, fixed(f"{text} {asked.context}", language))
    if any(isinstance(each.window, AtSession) and not each.window.number for each in sessions):
        yield from undated(text, language)
    if not any(isinstance(each.window, AfterSession) for each in sessions):
        yield from asked.between()


def _starts(asked: Asked, again: Sequence[Told]) -> list[Led]:
    """The dates from which something comes again and again; what comes after several years counts
    from the one date there is."""
    next_one = compiled(rf"\b(?:{sheet()['next'][asked.language]})\b")
    thereafter = words("thereafter", asked.language).search(asked.text)
    begins = [each for each in led(asked.text, asked.language) if each.kind in ("on", "from")]
    named = [
        each
        for each in begins
        if each.kind == "from"
        or thereafter
        or next_one.search(asked.text[: each.start][-NEXT_NEAR:])
    ]
    seldom = all(each.period.unit == "y" and each.period.count > 1 for each in again)
    return named or (begins if seldom and len(begins) == 1 else [])


def _since(asked: Asked, starts: list[Led]) -> Day | AtSession | None:
    thereafter = words("thereafter", asked.language).search(asked.text)
    for session, window in asked.named:
        if window.number and (thereafter or asked.starts_from(session)):
            return window
    return _exactly(asked, starts[0].date.days[0].first) if starts else None


def _exactly(asked: Asked, day: Day) -> Day:
    """The day of that year on which a meeting begins that the text names and the document dates."""
    if day.month:
        return day
    known = fixed(f"{asked.text} {asked.context}", asked.language)
    begin = (days.first for _, days in named_of(asked.text, asked.language, known))
    return next((each for each in begin if each.year == day.year), day)


def _within(asked: Asked) -> Iterator[Found]:
    said_on = Day.of(asked.said_on) if asked.said_on else None
    for each in within(asked.text, asked.language):
        window = Within(each.period, said_on if each.of_adoption else None)
        yield Found(window, each.text, each.start)


def _weak(asked: Asked) -> Iterator[Found]:
    """At a meeting, after one without a date, in a report: where nothing exact stands beside it."""
    text, language = asked.text, asked.language
    yield from undated(text, language)
    yield from _reports(asked)
    if not words("noting", language).match(text):
        yield from weakly_fixed(text, language, fixed(f"{text} {asked.context}", language))


def _reports(asked: Asked) -> Iterator[Found]:
    for match in words("next_report", asked.language).finditer(asked.text):
        yield Found(NextReport(asked.report_to(match.end())), match[0].strip(), match.start())


def _vague(asked: Asked) -> Iterator[Found]:
    for row in sheet()["vague"]:
        match = compiled(rf"\b(?:{row[asked.language]})(?!\w)").search(asked.text)
        if match:
            yield Found(Undated(row["kind"]), match[0], match.start())
