"""The appraisal of the Global Plan of Action: by its six aims, since the one before (S2 ¶4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from amparo.commitments.clause_words import language
from amparo.commitments.datafiles import rows
from amparo.commitments.due.presenters import days
from amparo.commitments.presenters import label, said
from amparo.commitments.reports import blocks, words
from amparo.commitments.reports.blocks import Block
from amparo.commitments.reports.gathering import Known
from amparo.methods.windows import read, standing

# S2 ¶4: every four years from the seventy-second session of the General Assembly.
EVERY_FOUR_YEARS = "every:4y from:GA72"


def content(found: Sequence[Known], as_of: date) -> Iterator[Block]:
    """Under each aim what was reached, what is missing and what stands in the way."""
    yield blocks.facts(_period(as_of))
    spoken = language()
    placed: set[int] = set()
    for aim in rows("aims"):
        wanted = set(aim["capabilities"].split())
        own = [each for each in found if wanted & {*each.ask.direct, *each.ask.supporting}]
        yield blocks.heading(f"{aim['code']}) {aim[f'name_{spoken}']}")
        yield blocks.text(f"{aim[f'what_{spoken}']} ({aim['cites']} {aim['code']}).")
        yield from _of_an_aim(own, placed)
    rest = [each for each in found if each.ask.pk not in placed]
    if rest:
        yield blocks.heading(_("Other asks"))
        yield from _of_an_aim(rest, placed)


def _period(as_of: date) -> Iterator[tuple[object, object]]:
    now = standing(read(EVERY_FOUR_YEARS), as_of)
    yield _("The appraisal before"), days(now.past) if now.past else ""
    yield _("The appraisal now"), days(now.open) if now.open else ""
    yield _("The next appraisal"), days(now.next) if now.next else ""


def _of_an_aim(own: Sequence[Known], placed: set[int]) -> Iterator[Block]:
    """An ask of several aims is told whole under the first of them, and named under the others."""
    reached = [each for each in own if each.is_answered]
    gaps = [each for each in own if not each.is_answered]
    yield blocks.heading(_("What was reached"), 3)
    if not reached:
        yield blocks.text(_("Nothing is on record."))
    for each in reached:
        if each.ask.pk not in placed:
            yield from words.of_ask(each, 4)
    told = [_named(each) for each in reached if each.ask.pk in placed]
    if told:
        yield blocks.listing(told)
    yield blocks.heading(_("What is missing, and what stands in the way"), 3)
    if gaps:
        yield blocks.listing(_gap(each) for each in gaps)
    else:
        yield blocks.text(_("Nothing is on record."))
    placed.update(each.ask.pk for each in own)


def _named(each: Known) -> str:
    ask = label(each.ask.document, each.ask.number)
    return _("%(ask)s, told above.") % {"ask": ask}


def _gap(each: Known) -> str:
    why = each.progress.why if each.progress else ""
    told = [label(each.ask.document, each.ask.number), said(each.ask, "text"), why]
    return " · ".join(filter(None, told))
