"""Clocks as a calendar (RFC 5545): references and what is due, and nothing of the person."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from amparo.cases.clocks.models import Clock
from amparo.cases.clocks.rules import name_of

SHOWN = timedelta(minutes=15)


def calendar_of(rows: Iterable[Clock], name: str) -> bytes:
    return written((_event(row) for row in rows), name, "clocks")


def written(events: Iterable[Event], name: str, product: str) -> bytes:
    """`name` is what the program calls it; `product` says in one word which of ours it is."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Amparo//{product}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(row: Clock) -> Event:
    event = Event()
    event.add("uid", f"{row.pk}@amparo")
    event.add("dtstamp", row.started_at)
    event.add("dtstart", row.due_at)
    event.add("dtend", row.due_at + SHOWN)
    event.add("summary", f"{row.case.reference}: {name_of(row.rule)}")
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    return event
