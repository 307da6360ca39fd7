"""The due list in words: open now, next, past, and what no calendar can place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from amparo.commitments.due.rows import Due
from amparo.commitments.following.models import Progress, Sending
from amparo.commitments.presenters import address, label, said, words_of
from amparo.design.parts import Tone, Words
from amparo.design.tokens import day_in_words
from amparo.methods.sessions import Span

# Days before the end in which it presses.
SOON = 60
OPEN, NEXT, PAST, UNDATED = "open", "next", "past", "undated"
HEADINGS: dict[str, tuple[Words, str, Words]] = {
    OPEN: (gettext_lazy("Open now"), "hourglass", gettext_lazy("Nothing is open on this day.")),
    NEXT: (
        pgettext_lazy("windows to come", "Next"), "calendar",
        gettext_lazy("Nothing is to come."),
    ),
    PAST: (gettext_lazy("Past"), "history", gettext_lazy("Nothing is over yet.")),
    UNDATED: (
        gettext_lazy("Without a date"), "help",
        gettext_lazy("Everything here has a date."),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One ask in one of its windows. `send`: where one notes what was sent, for who may."""

    label: str
    href: str
    text: str
    addressees: list[str]
    when: str
    words: str
    first: date | None
    last: date | None
    institution: str
    institution_href: str
    sent: list[Sending]
    state: Words
    tone: Tone
    send: str


@dataclass(frozen=True)
class Group:
    heading: Words
    icon: str
    nothing: Words
    lines: list[Line]


def groups(rows: Sequence[Due], on: date) -> list[Group]:
    """An ask that comes again stands in what is to come, and in what is past as well."""
    lines: dict[str, list[Line]] = {name: [] for name in HEADINGS}
    for row in _by_end(rows):
        state = row.standing.state
        if state in (OPEN, NEXT):
            lines[state].append(line(row, row.coming, on))
        if row.standing.past:
            lines[PAST].append(line(row, row.standing.past, on))
        if state == UNDATED:
            lines[UNDATED].append(line(row, None, on))
    lines[PAST].sort(key=lambda each: each.last or on, reverse=True)
    return [Group(*HEADINGS[name], found) for name, found in lines.items()]


def _by_end(rows: Iterable[Due]) -> list[Due]:
    """What ends first is first; what has begun before what is to begin."""
    return sorted(rows, key=lambda row: row.coming.last if row.coming else date.max)


def line(row: Due, span: Span | None, on: date) -> Line:
    state, tone = _state(row, span, on)
    institution = row.institution
    return Line(
        label(row.ask.document, row.ask.number),
        address(row.ask.document, row.ask.number),
        words_of(row.ask),
        said(row.ask, "addressees"),
        days(span) if span else "",
        said(row.ask, "window"),
        span.first if span else None,
        span.last if span else None,
        institution.name if institution else "",
        reverse("commitments:institution", args=[institution.pk]) if institution else "",
        row.sent_in(span) if span else list(row.sent),
        state,
        tone,
        reverse("commitments:sent", args=[row.ask.pk]),
    )


def days(span: Span) -> str:
    """Such as "1 Sep 2026 to 30 Aug 2027"; what has no end is said from its first day."""
    first, last = day_in_words(span.first), day_in_words(span.last)
    if span.last == date.max:
        return _("from %(first)s on") % {"first": first}
    if span.first == span.last:
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _state(row: Due, span: Span | None, on: date) -> tuple[Words, Tone]:
    if span is None:
        return "", "plain"
    if row.sent_in(span):
        return _("sent"), "good"
    if row.progress == Progress.State.DONE:
        return Progress.State.DONE.label, "good"
    if not row.is_followed or row.set_aside:
        return _("not ours to send"), "plain"
    return _not_sent(span, on)


def _not_sent(span: Span, on: date) -> tuple[Words, Tone]:
    if span.last < on:
        return _("nothing was sent"), "warn"
    if on < span.first:
        return _to_come((span.first - on).days), "plain"
    return _still(span, on)


def _to_come(left: int) -> str:
    return ngettext("begins in %(days)d day", "begins in %(days)d days", left) % {"days": left}


def _still(span: Span, on: date) -> tuple[Words, Tone]:
    left = (span.last - on).days
    if span.last == date.max:
        return _("open"), "info"
    if not left:
        return _("ends today"), "warn"
    words = ngettext("ends in %(days)d day", "ends in %(days)d days", left) % {"days": left}
    return words, "warn" if left <= SOON else "info"
