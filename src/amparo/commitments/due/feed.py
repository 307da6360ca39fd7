"""The due list as a calendar (RFC 5545): what is asked, when, and who answers for it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from icalendar import Event

from amparo.cases.calendars.feed import written
from amparo.commitments.due.rows import Due, dues
from amparo.commitments.presenters import label, said, words_of
from amparo.methods import clock
from amparo.methods.sessions import Span
from amparo.people.country import today


def calendar_of_dues() -> bytes:
    """Everything that has a window with days: the last one, the open one and the next one."""
    return written(_events(dues(today())), _("Amparo: due to the United Nations"), "commitments")


def _events(rows: list[Due]) -> Iterator[Event]:
    for row in rows:
        for span in (row.standing.past, row.standing.open, row.standing.next):
            if span:
                yield _event(row, span)


def _event(row: Due, span: Span) -> Event:
    ask, event = row.ask, Event()
    name = label(ask.document, ask.number)
    institution = [row.institution.name] if row.institution else []
    event.add("uid", f"{ask.document_id}-{ask.number}-{span.first}@amparo")
    event.add("dtstamp", clock.now())
    event.add("dtstart", span.first)
    event.add("dtend", _after(span))
    event.add("summary", f"{name}: {said(ask, 'window')}")
    event.add("description", " · ".join([words_of(ask), *said(ask, "addressees"), *institution]))
    event.add("transp", "TRANSPARENT")
    return event


def _after(span: Span) -> date:
    """A calendar counts the last day out; what has no end shows on its first day."""
    last = span.first if span.last == date.max else span.last
    return last + timedelta(days=1)
