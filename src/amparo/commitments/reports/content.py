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
from amparo.commitments.datafiles import codes, rows
from amparo.commitments.following.models import Progress
from amparo.commitments.models import Ask
from amparo.commitments.presenters import label, said
from amparo.commitments.queries import asks, documents
from amparo.commitments.reports import blocks, words
from amparo.commitments.reports.blocks import Block
from amparo.commitments.reports.gathering import Known, known
from amparo.commitments.reports.models import Report
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


def content(kind: str, choice: Choice, as_of: date) -> list[Block]:
    found = known(chosen(kind, choice), as_of)
    opening = [blocks.text(_summary(found, as_of))]
    overview = [_overview(found)] if found else []
    groups = _aims(found) if kind == K.APPRAISAL else _by_text(found)
    return [*opening, *overview, *groups]


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


def _aims(found: Sequence[Known]) -> Iterator[Block]:
    """By the aims of the Global Plan of Action, what was reached of each and what is missing."""
    spoken = language()
    placed: set[int] = set()
    for aim in rows("aims"):
        wanted = set(aim["capabilities"].split())
        own = [each for each in found if wanted & {*each.ask.direct, *each.ask.supporting}]
        own = [each for each in own if each.ask.pk not in placed]
        placed |= {each.ask.pk for each in own}
        yield blocks.heading(f"{aim['code']}) {aim[f'name_{spoken}']}")
        yield blocks.text(f"{aim[f'what_{spoken}']} ({aim['cites']} {aim['code']}).")
        yield from _of_an_aim(own)
    rest = [each for each in found if each.ask.pk not in placed]
    if rest:
        yield blocks.heading(_("Other asks"))
        yield from _of_an_aim(rest)


def _of_an_aim(own: Sequence[Known]) -> Iterator[Block]:
    reached = [each for each in own if each.is_answered]
    gaps = [each for each in own if not each.is_answered]
    yield blocks.heading(_("What was reached"), 3)
    if not reached:
        yield blocks.text(_("Nothing is on record."))
    for each in reached:
        yield from words.of_ask(each)
    yield blocks.heading(_("What is missing"), 3)
    yield (
        blocks.listing(_gap(each) for each in gaps)
        if gaps
        else blocks.text(_("Nothing is on record."))
    )


def _gap(each: Known) -> str:
    why = each.progress.why if each.progress else ""
    told = [label(each.ask.document, each.ask.number), said(each.ask, "text"), why]
    return " · ".join(filter(None, told))


def title(kind: str, choice: Choice) -> str:
    """What a report is called unless somebody calls it otherwise, in the language spoken."""
    if kind == K.TEXT:
        return f"{choice.document} · {said(documents().get(pk=choice.document), 'title')}"
    if kind == K.THEME:
        return codes("capabilities")[choice.capability].name.say(language())
    if kind == K.APPRAISAL:
        return _("Appraisal of the Global Plan of Action against Trafficking in Persons")
    return _("Answer to a call for information")
