"""What stands on the pages of a text on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.commitments.clause_words import ClauseWords, clause_words
from amparo.commitments.loading.items import Item
from amparo.commitments.loading.models import LoadedPart, Loading, State
from amparo.commitments.loading.outcomes import Outcome, Outcomes, outcomes
from amparo.commitments.loading.words import PLACES, STATES
from amparo.commitments.models import Place, Status
from amparo.design.parts import Row, Task
from amparo.methods.resolutions import Footnote, NotAResolution, read


def loading_tasks(loadings: Iterable[Any]) -> list[Task]:
    return [_loading_task(loading) for loading in loadings]


def _loading_task(loading: Any) -> Task:  # noqa: ANN401  with the counts of its parts
    waiting = loading.waiting
    words, tone, _icon = STATES[State.WAITING if waiting else State.ENTERED]
    number = ngettext("%(n)d text", "%(n)d texts", loading.number) % {"n": loading.number}
    return Task(
        loading.file_name or _("Pasted words"),
        reverse("commitments:loading", args=[loading.pk]),
        number,
        state=words if waiting else _("looked at"),
        tone=tone,
    )


def footnotes(loading: Loading) -> Sequence[Footnote]:
    """Of the whole text: where their marks stood is not kept."""
    try:
        return read(loading.text).footnotes
    except NotAResolution:  # its file said its parts, and its words alone do not
        return ()


def part_tasks(parts: Iterable[LoadedPart]) -> list[Task]:
    return [_part_task(part) for part in parts]


def _part_task(part: LoadedPart) -> Task:
    found = outcomes(part)
    words, tone, _icon = STATES[part.state]
    name = " · ".join(each for each in (found.head.key, found.head.title) if each)
    return Task(name or _("Without a title"), address(part), counted(found), state=words, tone=tone)


def counted(found: Outcomes) -> str:
    """How many paragraphs of each kind were read."""
    places = [item.place for item in found.items]
    operative, preamble = places.count(Place.OPERATIVE), places.count(Place.PREAMBLE)
    decisions = places.count(Place.DECISION)
    told = [
        operative
        and ngettext("%(n)d operative paragraph", "%(n)d operative paragraphs", operative)
        % {"n": operative},
        preamble
        and ngettext("%(n)d of the preamble", "%(n)d of the preamble", preamble) % {"n": preamble},
        decisions and ngettext("%(n)d decision", "%(n)d decisions", decisions) % {"n": decisions},
        found.corrected
        and ngettext("%(n)d correction", "%(n)d corrections", found.corrected)
        % {"n": found.corrected},
    ]
    return " · ".join(each for each in told if each)


def address(part: LoadedPart) -> str:
    return reverse("commitments:part", args=[part.loading_id, part.nth])


@dataclass(frozen=True)
class ItemWords:
    item: Item
    kind: object
    clauses: list[ClauseWords]


@dataclass(frozen=True)
class Beside:
    """The text as read, and what stands for it: what the page shows side by side."""

    outcome: Outcome
    items: list[ItemWords]
    text: str
    asks: str
    as_read: str
    join: str
    key: UUID

    @property
    def asks_something(self) -> bool:
        """A paragraph of a preamble gives a reason, and asks nobody."""
        return any(words.item.place != Place.PREAMBLE for words in self.items)


def part_page(part: LoadedPart) -> dict[str, Any]:
    found = outcomes(part)
    words, tone, icon = STATES[part.state]
    return {
        "part": part,
        "head": found.head,
        "summary": _summary(part, found),
        "counted": counted(found),
        "beside": list(_beside(part, found.paragraphs)),
        "state": {"words": words, "tone": tone, "icon": icon},
        "waits": part.state == State.WAITING,
        "key": uuid4(),
        "again": uuid4(),
        "steps": {
            each.replace("-", "_"): reverse(
                "commitments:part_step", args=[part.loading_id, part.nth, each]
            )
            for each in ("enter", "leave-out", "look-again")
        },
    }


def _summary(part: LoadedPart, found: Outcomes) -> list[Row]:
    head = found.head
    change = reverse("commitments:part_head", args=[part.loading_id, part.nth])
    can = change if part.state == State.WAITING else ""
    status = Status(head.status).label
    return [
        Row(_("How it is cited here"), head.key or _("not said yet"), can),
        Row(_("Title"), head.title or _("not found"), can),
        Row(_("Who speaks"), head.organ or _("not found"), can),
        Row(_("Symbol"), head.symbol or "–", can),
        Row(_("Force"), status, can),
        Row(_("Adopted or tabled on"), _day(head.said_on), can),
    ]


def _day(said_on: str) -> str:
    return date_format(date.fromisoformat(said_on)) if said_on else _("not said yet")


def _beside(part: LoadedPart, paragraphs: Sequence[Outcome]) -> Iterator[Beside]:
    for outcome in paragraphs:
        where = [part.loading_id, part.nth, outcome.place]
        yield Beside(
            outcome,
            [item_words(item) for item in outcome.said],
            reverse("commitments:part_text", args=where),
            reverse("commitments:part_asks", args=where),
            reverse("commitments:part_paragraph_step", args=[*where, "as-read"]),
            reverse("commitments:part_paragraph_step", args=[*where, "join"]),
            uuid4(),
        )


def item_words(item: Item) -> ItemWords:
    clauses = [clause_words(clause, clause.label) for clause in item.clauses]
    return ItemWords(item, PLACES[item.place], clauses)


def paragraph_page(part: LoadedPart, outcome: Outcome) -> dict[str, Any]:
    return {
        "part": part,
        "outcome": outcome,
        "items": [item_words(item) for item in outcome.said],
        "back": f"{address(part)}#p{outcome.place}",
        "head": outcomes(part).head,
    }
