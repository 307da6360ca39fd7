"""What is known of an ask when a report is made: who is in charge, what is done, what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from amparo.commitments.due.rows import windows_of
from amparo.commitments.following import queries
from amparo.commitments.following.models import Action, Evidence, Institution, Progress, Sending
from amparo.commitments.models import Ask, Paragraph
from amparo.commitments.queries import paragraphs
from amparo.methods.windows import Standing, standing


@dataclass(frozen=True)
class Known:
    """`actions` have their `state`; `evidence` is of the ask and of its actions."""

    ask: Ask
    paragraph: Paragraph | None
    institution: Institution | None
    progress: Progress | None
    actions: Sequence[Action]
    evidence: Sequence[Evidence]
    sendings: Sequence[Sending]
    standing: Standing

    @property
    def is_answered(self) -> bool:
        """Something was done, or shown, or said to be done."""
        settled = self.progress and self.progress.state in (
            Progress.State.DONE,
            Progress.State.STANDING,
        )
        return bool(settled or self.actions or self.evidence)


def known(asks: Iterable[Ask], as_of: date) -> list[Known]:
    """In the order of the texts. What was written after that day is not of this report."""
    found = list(asks)
    charges, stood = queries.charges().by_ask(found), queries.progress().by_ask(found)
    acted, sent = queries.actions().by_ask(found), queries.sendings().by_ask(found)
    shown = _evidence(found, acted, as_of)
    texts = _paragraphs(found)
    return [
        Known(
            ask,
            texts.get((ask.document_id, ask.whole)),
            charges[ask.pk].institution if ask.pk in charges else None,
            next((row for row in stood.get(ask.pk, ()) if row.at.date() <= as_of), None),
            [row for row in acted.get(ask.pk, ()) if row.at.date() <= as_of],
            shown.get(ask.pk, []),
            [row for row in sent.get(ask.pk, ()) if row.sent_on <= as_of],
            standing(windows_of(ask), as_of),
        )
        for ask in found
    ]


def _evidence(
    asks: Sequence[Ask], acted: dict[int, list[Action]], as_of: date
) -> dict[int, list[Evidence]]:
    of_asks = queries.evidence().live().by_ask(asks)
    actions = {action.pk for rows in acted.values() for action in rows}
    of_actions: dict[object, list[Evidence]] = {}
    for row in queries.evidence().live().shown().filter(action__in=actions):
        of_actions.setdefault(row.action_id, []).append(row)
    return {
        ask.pk: [
            row
            for row in [
                *of_asks.get(ask.pk, []),
                *(e for action in acted.get(ask.pk, []) for e in of_actions.get(action.pk, [])),
            ]
            if (row.reported_on or row.at.date()) <= as_of
        ]
        for ask in asks
    }


def _paragraphs(asks: Sequence[Ask]) -> dict[tuple[str, str], Paragraph]:
    of = paragraphs().filter(document__in={ask.document_id for ask in asks})
    return {(p.document_id, p.number): p for p in of.select_related("document")}
