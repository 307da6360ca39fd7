"""What is due: each ask that has a window, where it stands on a day, and what was sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from amparo.commitments.due.whom import asked_of_us
from amparo.commitments.following import queries
from amparo.commitments.following.models import Institution, Progress, Sending
from amparo.commitments.models import Ask
from amparo.commitments.queries import asks
from amparo.methods.sessions import Span
from amparo.methods.windows import NotAWindow, Standing, Window, read, spans, standing

WITHOUT = "none"
# A window that ended longer ago than any text of ours is of no use to anybody.
BEFORE_ALL_TEXTS = date(2000, 1, 1)
MOST_SPANS = 8


@dataclass(frozen=True)
class Due:
    """`sent` is all that was ever sent of it; `asked_of_us`: else the bodies are to do it.

    `progress`: where it stands, as a code; "" while nobody has said.
    """

    ask: Ask
    standing: Standing
    institution: Institution | None
    sent: tuple[Sending, ...]
    asked_of_us: bool
    progress: str

    def sent_in(self, span: Span) -> list[Sending]:
        return [row for row in self.sent if row.opens == span.first]

    def is_missing(self, span: Span) -> bool:
        """Something of ours of which nothing was sent in this window."""
        return self.is_followed and not self.set_aside and not self.sent_in(span)

    @property
    def set_aside(self) -> bool:
        """Somebody has said that nothing more is to be sent."""
        return self.progress in (Progress.State.NOT_OURS, Progress.State.DONE)

    @property
    def is_followed(self) -> bool:
        """It is asked of us, or somebody here answers for it all the same."""
        return self.asked_of_us or self.institution is not None

    @property
    def coming(self) -> Span | None:
        """The window that is open, or else the next one."""
        return self.standing.open or self.standing.next


def dues(on: date, institution: Institution | None = None) -> list[Due]:
    """In the order of the texts; all that have a window, or those that one institution has."""
    found = list(asks().exclude(window=WITHOUT).prefetch_related("clauses"))
    charges, stood = queries.charges().by_ask(found), queries.progress().by_ask(found)
    sent, ours = queries.sendings().by_ask(found), asked_of_us(found)
    rows = [
        Due(
            ask,
            standing(windows_of(ask), on),
            charges[ask.pk].institution if ask.pk in charges else None,
            tuple(sent.get(ask.pk, ())),
            ask.pk in ours,
            stood[ask.pk][0].state if ask.pk in stood else "",
        )
        for ask in found
    ]
    return [row for row in rows if institution is None or row.institution == institution]


def windows_of(ask: Ask) -> tuple[Window, ...]:
    """None where what somebody wrote as a window is none: it stands among the undated then."""
    try:
        return read(ask.window)
    except NotAWindow:
        return ()


def spans_of(ask: Ask, on: date) -> list[Span]:
    """In which something may have been sent: until `on`, and the one to come; newest first."""
    windows = windows_of(ask)
    begun = {span for each in windows for span in spans(each, BEFORE_ALL_TEXTS, on)}
    now = standing(windows, on)
    known = {span.first: span for span in begun}
    known |= {span.first: span for span in (now.open, now.next, now.past) if span}
    return [known[first] for first in sorted(known, reverse=True)][:MOST_SPANS]


def soon(rows: Iterable[Due], on: date, days: int) -> list[Due]:
    """Open now, or to begin within so many days, and nothing sent yet; what ends first is first."""
    last = on + timedelta(days=days)
    waiting = [
        (row.coming, row)
        for row in rows
        if row.coming and row.coming.first <= last and row.is_missing(row.coming)
    ]
    return [row for span, row in sorted(waiting, key=lambda pair: pair[0].last)]
