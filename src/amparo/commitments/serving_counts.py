"""How much of each text something of ours serves: counted from what registers its paragraphs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amparo.commitments.clause_words import language
from amparo.commitments.datafiles import codes
from amparo.commitments.models import Ask, Document
from amparo.commitments.presenters import address, label, said
from amparo.commitments.queries import asks
from amparo.commitments.serving import citing
from amparo.design.parts import Column, Table
from amparo.vocab import citations


@dataclass(frozen=True)
class Unserved:
    """A paragraph that nothing cites, with what it would take."""

    label: str
    href: str
    text: str
    takes: str


@dataclass(frozen=True)
class Count:
    document: Document
    paragraphs: int
    served: int
    things: int


def page(documents: Iterable[Document]) -> dict[str, Any]:
    by_document: dict[str, list[Ask]] = defaultdict(list)
    for ask in asks():
        by_document[ask.document_id].append(ask)
    found = list(documents)
    counts = [_count(document, by_document[document.key]) for document in found]
    return {
        "table": _table(counts),
        "served": sum(count.served for count in counts),
        "paragraphs": sum(count.paragraphs for count in counts),
        "things": len(citations.everything()),
        "unserved": [
            _unserved(group)
            for document in found
            for group in _groups(by_document[document.key]).values()
            if not citing(group)
        ],
    }


def _groups(asked: Iterable[Ask]) -> dict[str, list[Ask]]:
    groups: dict[str, list[Ask]] = defaultdict(list)
    for ask in asked:
        groups[ask.whole].append(ask)
    return groups


def _count(document: Document, asked: list[Ask]) -> Count:
    """A paragraph with items is served when one of them is."""
    groups = _groups(asked).values()
    things = {item.key for group in groups for item in citing(group)}
    return Count(document, len(groups), sum(bool(citing(group)) for group in groups), len(things))


def _table(counts: Iterable[Count]) -> Table:
    return Table(
        _("Paragraphs that something here serves"),
        [
            Column(_("Text")),
            Column(_("Paragraphs"), numeric=True),
            Column(_("Served"), numeric=True),
            Column(_("By how many screens, rules and figures"), numeric=True),
        ],
        [
            (f"{c.document.key} · {said(c.document, 'title')}", c.paragraphs, c.served, c.things)
            for c in counts
        ],
    )


def _unserved(group: list[Ask]) -> Unserved:
    first, known = group[0], codes("capabilities")
    takes = dict.fromkeys(code for ask in group for code in ask.direct)
    return Unserved(
        label(first.document, first.whole),
        address(first.document, first.whole),
        said(first, "text"),
        ", ".join(known[code].name.say(language()) for code in takes),
    )
