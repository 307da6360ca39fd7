"""On which days a window is open, held against a calendar that is counted out plainly."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.methods.sessions import Span, bodies
from amparo.methods.windows import (
    AfterSession,
    AtSession,
    BetweenSessions,
    Days,
    Every,
    Limit,
    Standing,
    Window,
    Within,
    Yearly,
    read,
    said,
    spans,
    standing,
)

from .test_windows_written import WINDOWS

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
LAST_YEAR = 2130
SOON = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def of_session(session: AtSession) -> Span | None:
    number = session.number or 0
    if number >= 1000:
        return Span(date(number, 1, 1), date(number, 12, 31))
    return bodies()[session.body].span(number) if number else None


def plainly(window: Window) -> Iterator[Span]:
    """Every span until the year 2130, counted one by one from the beginning."""
    match window:
        case Days(first, last):
            yield Span(first.first, (last or first).last)
        case Limit("before", day):
            yield Span(day.first - DAY, day.first - DAY)
        case Limit(_, day):
            yield Span(day.last, day.last)
        case AtSession() if span := of_session(window):
            yield span
        case AfterSession(session) if span := of_session(session):
            yield Span(span.last + DAY, date.max)
        case Within(period, since) if since:
            yield Span(since.first, period.after(since.first))
        case Every() | Yearly() | BetweenSessions():
            yield from again_and_again(window)


def again_and_again(window: Every | Yearly | BetweenSessions) -> Iterator[Span]:
    if isinstance(window, Yearly):
        day = date(1901, 1, 1)
        while day.year < LAST_YEAR:
            if (day.month, day.day) == (window.month, window.day):
                yield Span(day, day)
            day += DAY
    elif isinstance(window, BetweenSessions):
        met = [span for n in range(1, 400) if (span := bodies()[window.body].span(n))]
        for one, other in pairwise(met):
            if one.last + DAY < other.first:
                yield Span(one.last + DAY, other.first - DAY)
    else:
        yield from every(window)


def every(window: Every) -> Iterator[Span]:
    start, period = window.since, window.period
    if isinstance(start, AtSession) and period.unit == "y" and (start.number or 0) < 1000:
        numbers = range(start.number or 1, 400, period.count)
        yield from (span for n in numbers if (span := bodies()[start.body].span(n)))
        return
    first = of_session(start) if isinstance(start, AtSession) else None
    first = Span(start.first, start.last) if start and not isinstance(start, AtSession) else first
    time = 0
    while first and period.after(first.first, time).year < LAST_YEAR:
        yield Span(
            period.after(first.first, time), period.after(first.last + DAY, time) - DAY
        )  # fmt: skip
        time += 1


def counts_every_year(window: Window) -> bool:
    """A body that meets once a year: the nth session in so many years is n and so many."""
    start = window.since if isinstance(window, Every) else None
    return not isinstance(start, AtSession) or start.body in ("GA", "CCPCJ")


@given(WINDOWS.filter(counts_every_year), SOON, st.integers(0, 3000))
def test_the_spans_are_those_that_one_counts_out(window: Window, since: date, days: int) -> None:
    until = since + timedelta(days=days)
    counted = [s for s in plainly(window) if s.first <= until and since <= s.last]
    assert spans(window, since, until) == counted


@given(st.lists(WINDOWS.filter(counts_every_year), min_size=1, max_size=3), SOON)
def test_the_standing_is_what_one_sees_on_the_calendar(windows: list[Window], today: date) -> None:
    everything = [span for window in windows for span in plainly(window)]
    limits = [s.last for each in windows if isinstance(each, Limit) for s in plainly(each)]
    if limits:
        everything = [
            Span(s.first, min(s.last, max(limits))) if s.first <= max(limits) else s
            for s in everything
        ]
    found = standing(windows, today)
    now = sorted((s for s in everything if s.first <= today <= s.last), key=by_end)
    assert found.open == (now[0] if now else None)
    to_come = sorted((s for s in everything if s.first > today), key=lambda s: (s.first, s.last))
    assert found.next == (to_come[0] if to_come else None)
    over = sorted((s for s in everything if s.last < today), key=by_end)
    assert found.past == (over[-1] if over else None)
    assert found.undated == tuple(each for each in windows if not [*plainly(each)])


def by_end(span: Span) -> tuple[date, date]:
    return span.last, span.first


def on(codes: str) -> Standing:
    return standing(read(codes), TODAY)


@pytest.mark.parametrize(
    ("codes", "state", "year"),
    [
        ("by:2009-12-31", "past", 2009), ("by:2009-06-01 session:GA63", "past", 2009),
        ("session:GA64 session:UNTOC-COP5", "past", 2010), ("session:CCPCJ28", "past", 2019),
        ("session:GA74", "past", 2020), ("every:4y from:GA72", "next", 2029),
        ("yearly:07-30", "next", 2027), ("every:2y from:2018", "open", 2026),
        ("session:CCPCJ34", "past", 2025), ("on:2025", "past", 2025),
        ("after:CCPCJ34 before:2026-04-25", "past", 2026),
        ("on:2026-04-24/2026-04-30", "past", 2026), ("session:CCPCJ35", "past", 2026),
        ("session:GA81", "open", 2027), ("every:5y from:2026-04", "next", 2031),
        ("after:expert-group session:CCPCJ", "undated", 0), ("next-report:GA", "undated", 0),
    ],
)  # fmt: skip
def test_the_dated_items_of_the_five_texts_stand_as_was_resolved_by_hand(
    codes: str, state: str, year: int
) -> None:
    found = on(codes)
    assert found.state == state
    span = found.open or found.next or found.past
    assert (span.first.year if state == "next" and span else span.last.year if span else 0) == year


def test_what_comes_again_is_known_before_and_after_today() -> None:
    appraisal = on("every:4y from:GA72")
    assert appraisal.next == bodies()["GA"].span(84)
    assert appraisal.past == bodies()["GA"].span(80)
    assert appraisal.next and said_of(appraisal.next) == ("2029-09", "2030-09")
    day = on("yearly:07-30").next
    assert day == Span(date(2027, 7, 30), date(2027, 7, 30))


def said_of(span: Span) -> tuple[str, str]:
    return span.first.isoformat()[:7], span.last.isoformat()[:7]


@pytest.mark.parametrize(
    ("codes", "months"),
    [
        ("every:2y from:HRC42", ["2025-09", "2027-09"]),
        ("every:4y from:UNTOC-COP9", ["2026-10", "2030-10"]),
        ("every:1y from:UNTOC-COP9", ["2026-10", "2028-10"]),
    ],
)
def test_bodies_that_meet_oftener_or_more_seldom_are_counted_in_years(
    codes: str, months: list[str]
) -> None:
    [window] = read(codes)
    found = spans(window, date(2025, 1, 1), date(2031, 1, 1))
    assert [said_of(span)[0] for span in found][: len(months)] == months


@given(WINDOWS, st.sampled_from(["en", "fr"]))
def test_every_window_has_words(window: Window, language: str) -> None:
    words = said(window, "fr" if language == "fr" else "en")
    assert words
    assert "{" not in words
    assert "None" not in words


@pytest.mark.parametrize(
    ("codes", "english", "french"),
    [
        ("session:GA81", "81st session of the General Assembly, September 2026 to September 2027",
         "81e session de l’Assemblée générale, septembre 2026 – septembre 2027"),
        ("session:CCPCJ28",
         "28th session of the Commission on Crime Prevention and Criminal Justice, May 2019",
         "28e session de la Commission pour la prévention du crime et la justice pénale, mai 2019"),
        ("by:2009-06-01", "by 1 June 2009", "au plus tard le 1er juin 2009"),
        ("before:2030", "before 2030", "avant 2030"),
        ("on:2026-04-25/2026-04-30", "25–30 April 2026", "25–30 avril 2026"),
        ("yearly:07-30", "30 July each year", "le 30 juillet de chaque année"),
        ("every:2y from:2018", "every 2 years, from 2018", "tous les 2 ans, à compter de 2018"),
        ("next-report:GA", "in a coming report to the General Assembly, no date set",
         "dans un prochain rapport à l’Assemblée générale, sans date"),
    ],
)  # fmt: skip
def test_a_window_is_said_in_plain_words(codes: str, english: str, french: str) -> None:
    [window] = read(codes)
    assert (said(window, "en"), said(window, "fr")) == (english, french)
