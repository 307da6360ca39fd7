"""The content of each kind of report, in the language that is spoken at the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amparo.commitments.asked.questions import to_us
from amparo.commitments.clause_words import language
from amparo.commitments.datafiles import codes
from amparo.commitments.following.models import Progress
from amparo.commitments.models import Ask
from amparo.commitments.presenters import label, said
from amparo.commitments.queries import asks, documents
from amparo.commitments.reports import appraisal, blocks, words
from amparo.commitments.reports.blocks import Block
from amparo.commitments.reports.gathering import Known, known
from amparo.commitments.reports.models import Report
from amparo.people.models import User
from amparo.vocab.citations import Paragraph

K = Report.Kind


@dataclass(frozen=True)
class Choice:
    """By what the asks of a report are chosen; `numbers` are those that a call names."""

    document: str = ""
    capability: str = ""
    instrument: str = ""
    numbers: tuple[Paragraph, ...] = ()


def chosen(kind: str, choice: Choice) -> list[Ask]:
    """Numbers that were named are all answered; else what is asked of this country."""
    if choice.numbers:
        found = list(asks().filter(document__in={each.document for each in choice.numbers}))
        named = {(each.document, each.number) for each in choice.numbers}
        return [a for a in found if named & {(a.document_id, a.number), (a.document_id, a.whole)}]
    narrowed = to_us(asks())
    if kind == K.TEXT or choice.document:
        narrowed = narrowed.of(documents().get(pk=choice.document))
    if choice.capability:
        narrowed = narrowed.about(choice.capability)
    if choice.instrument:
        narrowed = narrowed.filter(instruments__contains=[choice.instrument])
    return list(narrowed)


def content(kind: str, choice: Choice, as_of: date, user: User) -> list[Block]:
    """`user`: who makes it, and may see the figures that stand in it."""
    found = known(chosen(kind, choice), as_of, user)
    opening = [blocks.text(_summary(found, as_of)), _overview(found)]
    if kind == K.APPRAISAL:
        return [*opening, *appraisal.content(found, as_of)]
    return [*opening, *_by_text(found)]


def _summary(found: Sequence[Known], as_of: date) -> str:
    answered = sum(each.is_answered for each in found)
    told = ngettext("%(n)d ask is answered here.", "%(n)d asks are answered here.", len(found))
    of = ngettext(
        "To %(n)d of them something was done or shown.",
        "To %(n)d of them something was done or shown.",
        answered,
    )
    day = _("As of %(day)s.") % {"day": date_format(as_of)}
    return " ".join([day, told % {"n": len(found)}, of % {"n": answered}])


def _overview(found: Iterable[Known]) -> Block:
    return blocks.table(
        _("What is asked, and where it stands"),
        [_("Paragraph"), _("What is asked"), _("By when"), _("In charge"), _("Where it stands")],
        [_line(each) for each in found],
    )


def _line(each: Known) -> Sequence[object]:
    ask, state = each.ask, each.progress
    return (
        label(ask.document, ask.number),
        said(ask, "text") or " … ".join(clause.words for clause in ask.clauses.all()),
        said(ask, "window"),
        each.institution.name if each.institution else "–",
        Progress.State(state.state).label if state else _("not said yet"),
    )


def _by_text(found: Sequence[Known]) -> Iterator[Block]:
    document = ""
    for each in found:
        if each.ask.document_id != document:
            document = each.ask.document_id
            yield blocks.heading(f"{document} · {said(each.ask.document, 'title')}")
        yield from words.of_ask(each)


def title(kind: str, choice: Choice) -> str:
    """What a report is called unless somebody calls it otherwise, in the language spoken."""
    if kind == K.TEXT:
        return f"{choice.document} · {said(documents().get(pk=choice.document), 'title')}"
    if kind == K.THEME:
        return codes("capabilities")[choice.capability].name.say(language())
    if kind == K.APPRAISAL:
        return _("Appraisal of the Global Plan of Action against Trafficking in Persons")
    return _("Answer to a call for information")
