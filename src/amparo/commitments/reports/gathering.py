"""What is known of an ask when a report is made: who is in charge, what is done, what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from amparo.commitments import live
from amparo.commitments.due.rows import windows_of
from amparo.commitments.following import queries
from amparo.commitments.following.models import Action, Evidence, Institution, Progress, Sending
from amparo.commitments.live import LiveFigure
from amparo.commitments.models import Ask, Paragraph
from amparo.commitments.queries import paragraphs
from amparo.methods.windows import Standing, standing
from amparo.people.country import today, zone
from amparo.people.models import User

# What is only planned, or was dropped, answers nothing.
BEGUN = (Action.State.UNDER_WAY, Action.State.DONE)


@dataclass(frozen=True)
class Known:
    """`actions` have their `state`; `evidence` is of the ask and of its actions.

    `figures`: as they are counted while the report is made; none for a day that has gone.
    """

    ask: Ask
    paragraph: Paragraph | None
    institution: Institution | None
    progress: Progress | None
    actions: Sequence[Action]
    evidence: Sequence[Evidence]
    sendings: Sequence[Sending]
    standing: Standing
    figures: Sequence[LiveFigure]

    @property
    def is_answered(self) -> bool:
        """Something was done, or shown, or said to be done."""
        settled = self.progress and self.progress.state in (
            Progress.State.DONE,
            Progress.State.STANDING,
        )
        begun = [row for row in self.actions if getattr(row, "state", None) in BEGUN]
        return bool(settled or begun or self.evidence)


def known(asks: Iterable[Ask], as_of: date, user: User) -> list[Known]:
    """In the order of the texts. What was written after that day is not of this report."""
    found, end = list(asks), end_of(as_of)
    charged = queries.charges().at(end).filter(ask__in=found)
    charges = {charge.ask_id: charge for charge in charged}
    acted = queries.actions().filter(at__lte=end).by_ask(found, end)
    stood = queries.progress().filter(at__lte=end).by_ask(found)
    sent = queries.sendings().filter(at__lte=end, sent_on__lte=as_of).by_ask(found)
    shown, texts = _evidence(found, acted, end), _paragraphs(found)
    return [
        Known(
            ask,
            texts.get((ask.document_id, ask.whole)),
            charges[ask.pk].institution if ask.pk in charges else None,
            next(iter(stood.get(ask.pk, ())), None),
            acted.get(ask.pk, []),
            [row for row in shown.get(ask.pk, []) if (row.reported_on or as_of) <= as_of],
            sent.get(ask.pk, []),
            standing(windows_of(ask), as_of),
            live.of_asks([ask], user) if as_of == today() else [],
        )
        for ask in found
    ]


def end_of(day: date) -> datetime:
    """The last moment of the day where the bureau is."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone())


def _evidence(
    asks: Sequence[Ask], acted: Mapping[int, Sequence[Action]], end: datetime
) -> dict[int, list[Evidence]]:
    """Of each ask, and of the actions that answer it."""
    found = queries.evidence().at(end).by_ask(asks)
    actions = {action.pk for rows in acted.values() for action in rows}
    of_actions: dict[UUID | None, list[Evidence]] = {}
    for row in queries.evidence().at(end).shown().filter(action__in=actions):
        of_actions.setdefault(row.action_id, []).append(row)
    for ask, rows in acted.items():
        for action in rows:
            found.setdefault(ask, []).extend(of_actions.get(action.pk, []))
    return found


def _paragraphs(asks: Sequence[Ask]) -> dict[tuple[str, str], Paragraph]:
    of = paragraphs().filter(document__in={ask.document_id for ask in asks})
    return {(p.document_id, p.number): p for p in of.select_related("document")}
