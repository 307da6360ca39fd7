"""What stands on the pages that set texts beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from amparo.commitments.lineage import comparing, proposing, words
from amparo.commitments.lineage.comparing import Beside
from amparo.commitments.lineage.models import Descent
from amparo.commitments.lineage.order import said_first
from amparo.commitments.lineage.queries import descents, restatements
from amparo.commitments.lineage.words import Badge
from amparo.commitments.models import Ask, Document, Paragraph
from amparo.commitments.presenters import Step, ask_card, step
from amparo.methods.lineage import Proposal, Stretch, chain, difference


@dataclass(frozen=True)
class Side:
    """`stretches`: what is the same, and what only this side has."""

    step: Step
    language: str
    stretches: list[Stretch]


@dataclass(frozen=True)
class Row:
    id: str
    badges: list[Badge]
    sentences: list[str]
    earlier: Side | None
    later: Side | None

    @property
    def alone(self) -> bool:
        return not (self.earlier and self.later)


def compare_page(earlier: Document, later: Document, show: str) -> dict[str, Any]:
    found = comparing.compared(earlier, later)
    asked = found["operative"]
    return {
        "earlier": earlier,
        "later": later,
        "summary": summary(earlier, later, asked),
        "counts": words.counted(asked),
        "asked": [_row(row, earlier, later) for row in asked if _wanted(row, show)],
        "preamble": [_row(row, earlier, later) for row in found["preamble"] if _wanted(row, show)],
        "descent": descents().between(earlier, later),
        "key": uuid4(),
    }


def summary(earlier: Document, later: Document, rows: Sequence[Beside]) -> str:
    again = sum(bool(row.earlier and row.later) for row in rows)
    return _(
        "Of the %(before)d paragraphs of %(earlier)s that ask or decide, %(again)d come again in "
        "%(later)s, %(kept)d of them word for word; %(dropped)d were dropped, and of the %(after)d "
        "of %(later)s %(added)d are new."
    ) % {
        "earlier": earlier.key, "later": later.key, "again": again,
        "before": sum(bool(row.earlier) for row in rows),
        "after": sum(bool(row.later) for row in rows),
        "kept": sum(row.pair.identical for row in rows),
        "dropped": sum(row.state == "dropped" for row in rows),
        "added": sum(row.state == "added" for row in rows),
    }  # fmt: skip


def _wanted(row: Beside, show: str) -> bool:
    return not show or (row.weighs if show == "force" else row.changed)


def _row(row: Beside, earlier: Document, later: Document) -> Row:
    before = comparing.said(row.earlier) if row.earlier else ""
    after = comparing.said(row.later) if row.later else ""
    stretches = difference(before, after)
    return Row(
        f"p{row.later.number}" if row.later else f"was-{row.earlier and row.earlier.number}",
        words.badges(row),
        list(dict.fromkeys(words.sentence(each) for each in row.changes)),
        _side(earlier, row.earlier, [s for s in stretches if s.kind != "added"]),
        _side(later, row.later, [s for s in stretches if s.kind != "dropped"]),
    )


def _side(document: Document, paragraph: Paragraph | None, stretches: list[Stretch]) -> Side | None:
    if paragraph is None:
        return None
    return Side(step(document, paragraph.number), document.language, stretches)


@dataclass(frozen=True)
class Linked:
    """A text that follows or came before, said from the text whose page it is."""

    words: object
    key: str
    title_href: str
    compare_href: str


def linked(document: Document) -> list[Linked]:
    return [_linked(row, document) for row in descents().of(document)]


def _linked(row: Descent, document: Document) -> Linked:
    came = row.later_id == document.pk
    other = row.earlier if came else row.later
    said = (words.CAME_FROM if came else words.FOLLOWED)[row.kind]
    return Linked(
        said, f"{other.key} ({other.year})",
        reverse("commitments:document", args=[other.pk]), compare_address(row.earlier, row.later),
    )  # fmt: skip


def compare_address(earlier: Document, later: Document) -> str:
    return reverse("commitments:compare", args=[earlier.pk, later.pk])


@dataclass(frozen=True)
class Two:
    """Two asks of different texts, the earlier first. `restatement`: what a person said of them."""

    earlier: Step
    later: Step
    earlier_words: str
    later_words: str
    verdict: str
    compare: str
    restatement: UUID | None = None
    key: UUID = field(default_factory=uuid4)


def two(one: Ask, other: Ask, restatement: UUID | None = None) -> Two:
    first = one if said_first(one.document, other.document) is one.document else other
    second = other if first is one else one
    return Two(
        step(first.document, first.number), step(second.document, second.number),
        ask_card(first).text, ask_card(second).text,
        reverse("commitments:two_asks", args=[first.pk, second.pk]),
        compare_address(first.document, second.document), restatement,
    )  # fmt: skip


def proposed(found: Sequence[Proposal[int]]) -> list[Two]:
    known = proposing.asks_of(found)
    return [two(known[each.one], known[each.other]) for each in found]


@dataclass(frozen=True)
class Age:
    """Since when one thing is asked, and where it was said again."""

    first_said: int
    last_said: int
    said: list[Step]


def before_and_after(shown: Sequence[Ask], paragraph: Paragraph | None) -> dict[str, Any]:
    """What the page of a paragraph says of other years and drafts."""
    own = restatements().about(shown)
    return {
        "ages": ages(shown),
        "same_paragraphs": _counterparts(paragraph) if paragraph else [],
        "linked": linked(shown[0].document),
        "proposed": proposed(proposing.proposed_for(shown)),
        "confirmed": [two(row.earlier, row.later, row.pk) for row in own.confirmed()],
        "refused": [two(row.earlier, row.later, row.pk) for row in own.refusals()],
    }


def ages(shown: Sequence[Ask]) -> list[Age]:
    """Of those that somebody said to be the same as another one."""
    links = restatements().confirmed().links()
    linked_asks = {pk for link in links for pk in link}
    known = proposing.by_number(linked_asks) if linked_asks else {}
    return [_age(ask, links, known) for ask in shown if ask.pk in known]


def _age(ask: Ask, links: Sequence[tuple[int, int]], known: Mapping[int, Ask]) -> Age:
    found = chain(ask.pk, links, {pk: row.document.year for pk, row in known.items()})
    said = [step(known[pk].document, known[pk].number) for pk in found.links]
    return Age(found.first_said, found.last_said, said)


def _counterparts(paragraph: Paragraph) -> list[tuple[Step, str]]:
    """The same paragraph in each text that is linked to its own, with where both are compared."""
    found = []
    for row in descents().of(paragraph.document):
        other = row.earlier if row.later_id == paragraph.document_id else row.later
        if same := comparing.counterpart(paragraph, other):
            number = same.number if other == row.later else paragraph.number
            href = f"{compare_address(row.earlier, row.later)}#p{number}"
            found.append((step(other, same.number), href))
    return found


def list_page(page: Sequence[Proposal[int]]) -> dict[str, Any]:
    rows = descents().with_texts()
    return {
        "descents": [(row, compare_address(row.earlier, row.later), uuid4()) for row in rows],
        "proposed": proposed(page),
    }
