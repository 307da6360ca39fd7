"""A text that was looked at becomes what is followed up: its paragraphs, asks and clauses.

An ask that was there stays the same one, with all that was done about it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from amparo.access.standing import Refused
from amparo.commitments.loading import asking
from amparo.commitments.loading.items import Clause, Item
from amparo.commitments.models import Ask, Document, Paragraph, Place
from amparo.commitments.models import Clause as Stored
from amparo.methods import clock

FIELDS = ("place", "number", "verb", "text", "subparagraphs", "source_sha256")
OF_A_CLAUSE = ("ask_id", "nth", "verb", "force", "addressees", "escapes", "windows", "words")


def keep(document: Document, items: Sequence[Item], sha256: str) -> bool:
    """Whether anything changed. Raises Refused for an ask that is gone and was acted upon."""
    paragraphs = _keep_paragraphs(document, items, sha256)
    if not document.shipped:
        _keep_asks(document, items)
    return _keep_clauses(document, items) or paragraphs


def _keep_paragraphs(document: Document, items: Sequence[Item], sha256: str) -> bool:
    stored = Paragraph.objects.filter(document=document).order_by("position")
    given = [
        (item.place, item.number, item.verb, item.text, list(item.subparagraphs), sha256)
        for item in items
    ]
    if list(stored.values_list(*FIELDS)) == given:
        return False
    stored.delete()
    now = clock.now()
    Paragraph.objects.bulk_create(
        Paragraph(
            document=document,
            position=position,
            loaded_at=now,
            **dict(zip(FIELDS, values, strict=True)),
        )
        for position, values in enumerate(given)
    )
    return True


def _keep_asks(document: Document, items: Sequence[Item]) -> None:
    """Of a text that did not come with the product: an ask for each paragraph and lettered item."""
    given = asking.asks_of(document, items)
    gone = Ask.objects.filter(document=document).exclude(number__in=[ask.number for ask in given])
    numbers = list(gone.values_list("number", flat=True))
    try:
        gone.delete()
    except ProtectedError as kept:
        raise Refused(
            _(
                "Something was done about ¶%(numbers)s, which this text does not have any more."
                " Correct the paragraph, or take back what was done."
            )
            % {"numbers": ", ¶".join(numbers)}
        ) from kept
    fields = [field.name for field in Ask._meta.concrete_fields if not field.primary_key]
    own = ("document", "number", "text_en", "text_fr", "user_does_en", "user_does_fr")
    Ask.objects.bulk_create(
        given,
        update_conflicts=True,
        unique_fields=["document", "number"],
        update_fields=[name for name in fields if name not in own],
    )


def _keep_clauses(document: Document, items: Sequence[Item]) -> bool:
    asks = {ask.number: ask for ask in Ask.objects.filter(document=document)}
    given = list(_clauses(items, asks))
    stored = Stored.objects.filter(ask__document=document).order_by("ask__position", "nth", "pk")
    if sorted(map(_comparable, stored.values_list(*OF_A_CLAUSE))) == sorted(
        map(_comparable, given)
    ):
        return False
    stored.delete()
    Stored.objects.bulk_create(
        Stored(**dict(zip(OF_A_CLAUSE, values, strict=True))) for values in given
    )
    return True


def _comparable(values: Sequence[Any]) -> str:
    return repr([list(each) if isinstance(each, tuple) else each for each in values])


def _clauses(items: Iterable[Item], asks: Mapping[str, Ask]) -> Iterator[tuple[Any, ...]]:
    counted: dict[int, int] = {}
    for item in items:
        if item.place == Place.PREAMBLE:
            continue
        for clause in item.clauses:
            ask = _whose(item, clause, asks)
            if ask:
                nth = counted[ask.pk] = counted.get(ask.pk, 0) + 1
                yield (ask.pk, nth, *_said(clause))


def _said(clause: Clause) -> tuple[Any, ...]:
    return (
        clause.verb,
        clause.force,
        list(clause.addressees),
        list(clause.escapes),
        list(clause.windows),
        clause.words,
    )


def _whose(item: Item, clause: Clause, asks: Mapping[str, Ask]) -> Ask | None:
    """The ask of its very item, else of the one around it, else of the whole paragraph."""
    label = clause.label
    while label:
        if ask := asks.get(f"{item.number}{label}"):
            return ask
        label = label.rpartition(".")[0]
    return asks.get(item.number) or next(
        (ask for ask in asks.values() if ask.whole == item.number), None
    )
