"""What the matrix says of a dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from amparo.design.parts import Column, Row, Table, Tone, Words
from amparo.evidence.forms.deeds import period
from amparo.evidence.leads import Leads, load
from amparo.evidence.models import Episode, Finding, Item
from amparo.evidence.queries import episodes_of, findings_of, items_of
from amparo.evidence.words import ELEMENTS, STANDS, TONES
from amparo.justice.models import Dossier
from amparo.methods import elements
from amparo.methods.elements import Line, Stands, look_next, matrix, stands_without_testimony
from amparo.people.codes import label, listed

CHILD = {Episode.Child.YES: True, Episode.Child.NO: False, Episode.Child.UNSURE: None}
FIRST = (Stands.ALONE, Stands.TESTIMONY, Stands.MISSING, Stands.NOT_NEEDED)


@dataclass(frozen=True)
class Look:
    """Where to look next for one element: the source, what there may be, and after which work."""

    source: Words
    text: str
    after: str  # in short


@dataclass(frozen=True)
class Gap:
    """An element that rests on nothing, or on the person alone."""

    title: Words
    state: Words
    tone: Tone
    next: list[Look]


@dataclass(frozen=True)
class Block:
    """One form of exploitation over one period."""

    title: str
    child: str
    finding: str
    stands: bool
    table: Table
    gaps: list[Gap]


def blocks(dossier: Dossier) -> list[Block]:
    episodes, items = episodes_of(dossier), {str(row.pk): row for row in items_of(dossier)}
    lines = _lines(dossier, episodes)
    return [
        _block(row, [line for line in lines if line.count == str(row.pk)], items)
        for row in episodes
    ]


def _lines(dossier: Dossier, episodes: Iterable[Episode]) -> list[Line]:
    counts = [elements.Count(str(row.pk), CHILD[Episode.Child(row.child)]) for row in episodes]
    found = [
        elements.Finding(
            str(row.episode_id), elements.Element(row.element), str(row.item_id), row.item.source,
            supports=row.says == Finding.Says.FOR,
        )
        for row in findings_of(dossier)
        if row.says != Finding.Says.NOTHING
    ]  # fmt: skip
    return matrix(counts, found, listed("evidence_sources").codes)


def _block(row: Episode, lines: list[Line], items: Mapping[str, Item]) -> Block:
    lines = sorted(lines, key=lambda line: FIRST.index(line.stands))
    return Block(
        title=period(row),
        child=row.get_child_display(),
        finding=_finding(lines),
        stands=stands_without_testimony(lines),
        table=_table(row, lines, items),
        gaps=[_gap(line, row.form) for line in lines if line.stands in FIRST[1:3]],
    )


def _finding(lines: list[Line]) -> str:
    needed = [line for line in lines if line.stands != Stands.NOT_NEEDED]
    stand = sum(line.stands == Stands.ALONE for line in needed)
    if stand == len(needed):
        return _("Each element that is required stands without the person’s testimony.")
    said = {"stand": stand, "needed": len(needed)}
    return (
        ngettext(
            "Without the person’s testimony, %(stand)s of %(needed)s elements stands.",
            "Without the person’s testimony, %(stand)s of %(needed)s elements stand.",
            stand,
        )
        % said
    )


def _table(row: Episode, lines: list[Line], items: Mapping[str, Item]) -> Table:
    sources = listed("evidence_sources").codes
    columns = [
        Column(_("Element")), Column(_("How it stands")),
        *(Column(label("evidence_sources", code)) for code in sources), Column(_("Against it")),
    ]  # fmt: skip
    return Table(_("%(period)s: elements by source") % {"period": period(row)}, columns, [
        [
            capfirst(Finding.Element(line.element).label), STANDS[line.stands],
            *(_numbers(dict(line.items).get(code, ()), items) for code in sources),
            _numbers(line.against, items),
        ]
        for line in lines
    ])  # fmt: skip


def _numbers(found: Iterable[str], items: Mapping[str, Item]) -> SafeString | str:
    """The exhibit numbers, each a link to its item."""
    links = [
        (item_href(items[pk]), str(items[pk].number), _("item")) for pk in found if pk in items
    ]
    if not links:
        return ""
    link = '<a href="{0}"><span class="visually-hidden">{2} </span>{1}</a>'
    return format_html_join(", ", link, links)


def item_href(item: Item) -> str:
    return reverse("evidence:item", args=[item.dossier.reference, item.pk])


def _gap(line: Line, form: str) -> Gap:
    known = load()
    return Gap(
        ELEMENTS[line.element], STANDS[line.stands], TONES[line.stands],
        [_look(lead, known) for lead in look_next(line, form, known.leads)],
    )  # fmt: skip


def _look(lead: elements.Lead, known: Leads) -> Look:
    language = get_language() or "en"
    text = known.words[lead.code].say(language)
    return Look(label("evidence_sources", lead.source), text, known.after[lead.code].short)


def works() -> list[str]:
    """What the sentences are written after, each in short and in full."""
    return [f"{work.short}: {work.title}" for work in load().works]


def summary(dossier: Dossier) -> list[Row]:
    """On the dossier: how many items there are, and how each episode stands."""
    items = len(items_of(dossier))
    counted = ngettext("%(count)s item", "%(count)s items", items) % {"count": items}
    stand = [Row(block.title, block.finding) for block in blocks(dossier)]
    return [Row(_("Evidence"), counted), *stand]
