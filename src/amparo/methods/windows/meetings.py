"""Meetings: those whose dates the same document fixes, and those that have none yet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from .dates import dates
from .found import Found
from .kinds import AfterEvent, Day, Days, Limit
from .sheet import Language, before, compiled, sheet, words

SUBJECT_NEAR, DATE_NEAR = 120, 160  # characters


@dataclass(frozen=True, slots=True)
class Meeting:
    """`nth` and `noun`: how it is named, "quinzième" "congrès"."""

    nth: str
    noun: str
    days: Days


def fixed(text: str, language: Language) -> list[Meeting]:
    """Those of which the text says on which days they will be."""
    found = []
    for held in words("held", language).finditer(text):
        near = text[max(0, held.start() - SUBJECT_NEAR) : held.start()]
        names = list(words("held_name", language).finditer(near))
        following = dates(text[held.end() : held.end() + DATE_NEAR], language)
        if names and following and following[0].days[0].first.day:
            nth, noun = names[-1]["nth"].lower(), names[-1]["noun"].lower()
            found.append(Meeting(nth, noun, following[0].days[0]))
    return found


def before_fixed(text: str, language: Language, meetings: Iterable[Meeting]) -> Iterator[Found]:
    """What is to be before one of them, in so many words."""
    for name, days in named_of(text, language, meetings):
        if before(text, name.start(), "held_before", language):
            yield Found(Limit("before", days.first), name[0], name.start())


def weakly_fixed(text: str, language: Language, meetings: Iterable[Meeting]) -> Iterator[Found]:
    """What is to be at one of them; what prepares it is due before it begins."""
    yield from _first_days(text, language, meetings)
    preparing = words("preparing", language).search(text)
    for name, days in named_of(text, language, meetings):
        if preparing:
            yield Found(Limit("before", days.first), name[0], name.start())
        elif before(text, name.start(), "held_at", language):
            yield Found(days, name[0], name.start())


def named_of(
    text: str, language: Language, meetings: Iterable[Meeting]
) -> Iterator[tuple[re.Match[str], Days]]:
    known = {(each.nth, each.noun): each.days for each in meetings}
    for name in words("held_name", language).finditer(text) if known else ():
        if days := known.get((name["nth"].lower(), name["noun"].lower())):
            yield name, days


def _first_days(text: str, language: Language, meetings: Iterable[Meeting]) -> Iterator[Found]:
    known = {each.noun: each.days for each in meetings}
    numbers = sheet()["numbers"][language]
    pattern = sheet()["first_days"][language].replace("{number}", f"(?P<n>{'|'.join(numbers)})")
    for match in compiled(rf"{pattern} {sheet()['held_short'][language]}").finditer(text):
        if days := known.get(match["noun"].lower()):
            last = days.first.first + timedelta(days=numbers[match["n"].lower()] - 1)
            yield Found(Days(days.first, Day.of(last)), match[0], match.start())


def undated(text: str, language: Language) -> Iterator[Found]:
    """What is due after a meeting, or at one, that nobody has dated."""
    after = sheet()["after_event"][language]
    taken = -1
    for row in sheet()["event"]:
        for match in compiled(rf"\b(?:{after}) ?(?:{row[language]})\b").finditer(text):
            if match.start() > taken:
                taken = match.end()
                yield Found(AfterEvent(row["code"]), match[0], match.start())
    for match in words("at_its_meeting", language).finditer(text):
        code = _whose(text[: match.start()], language)
        yield Found(AfterEvent(code), match[0], match.start())


def _whose(text: str, language: Language) -> str:
    """The meeting of whom the text named last."""
    named = [
        (found.end(), row["code"])
        for row in sheet()["event"]
        if row["code"] in ("expert-group", "working-group")
        for found in compiled(row[language]).finditer(text)
    ]
    return max(named)[1] if named else "meeting"
