from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.db import models, transaction

from amparo.commitments.datafiles import rows
from amparo.commitments.knowing import Outline
from amparo.commitments.loading.actions.entering import keep
from amparo.commitments.loading.outcomes import corrected
from amparo.commitments.models import Ask, Document
from amparo.commitments.texts import Reading

# How the file of asks writes the number of a decision, which is no paragraph.
DECISION = "Déc. "


@transaction.atomic
def load_asks() -> None:
    """Make the documents and asks what the data files say; doing it twice changes nothing."""
    asks = rows("asks")
    deciding = {row["document"] for row in asks if row["paragraph"].startswith(DECISION)}
    documents = [
        _document(position, row, row["key"] in deciding)
        for position, row in enumerate(rows("documents"))
    ]
    _store(Document, documents, ["key"], Document.objects.filter(shipped=True))
    _store(
        Ask,
        [_ask(position, row) for position, row in enumerate(asks)],
        ["document", "number"],
        Ask.objects.filter(document__shipped=True),
    )


def _store(
    model: type[models.Model], things: list[Any], unique: list[str], ours: models.QuerySet[Any]
) -> None:
    """Add or change `things`, each known by its `unique` fields; remove whatever else is `ours`."""
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    stored = model._default_manager.bulk_create(
        things,
        update_conflicts=True,
        unique_fields=unique,
        update_fields=[name for name in fields if name not in unique],
    )
    ours.exclude(pk__in=[thing.pk for thing in stored]).delete()


def _document(position: int, row: dict[str, str], holds_decisions: bool) -> Document:
    plain = ("key", "symbol", "body", "body_en", "body_fr", "title_en", "title_fr")
    return Document(
        position=position,
        year=int(row["year"]),
        shipped=True,
        said_on=date.fromisoformat(row["said_on"]),
        status=row["status"],
        holds_decisions=holds_decisions,
        note_en=row["note_en"],
        note_fr=row["note_fr"],
        **{name: row[name] for name in plain},
    )


def _ask(position: int, row: dict[str, str]) -> Ask:
    number = row["paragraph"].removeprefix(DECISION)
    lettered = number[:-1].isdigit() and number[-1].isalpha()
    return Ask(
        document_id=row["document"],
        number=number,
        whole=number[:-1] if lettered else number,
        position=position,
        verb=row["verb_fr"],
        addressees_en=_each(row["addressee_en"]),
        addressees_fr=_each(row["addressee_fr"]),
        text_en=row["ask_en"],
        text_fr=row["ask_fr"],
        instruments=row["instruments"].split(),
        direct=row["direct"].split(),
        supporting=row["supporting"].split(),
        **{
            name: row[name]
            for name in ("window", "window_en", "window_fr", "user_does_en", "user_does_fr")
        },
    )


def _each(addressees: str) -> list[str]:
    return [addressee.strip() for addressee in addressees.split(";")]


def outlines() -> list[Outline]:
    """How each document that came with the product can be known in a text."""
    asks = Ask.objects.filter(document__shipped=True).select_related("document")
    return [
        Outline(
            key=document.key,
            title=document.title_fr,
            verbs=_openings(group),
            holds_decisions=document.holds_decisions,
            organ=document.body_fr,
            symbol=document.symbol,
            status=document.status,
            said_on=document.said_on,
        )
        for document, group in groupby(
            asks.order_by("document__position", "position"), key=lambda ask: ask.document
        )
    ]


def _openings(asks: Iterable[Ask]) -> dict[str, str]:
    """The first verb of each numbered paragraph: "Prie instamment" of "Prie instamment; note"."""
    verbs: dict[str, str] = {}
    for ask in asks:
        verbs.setdefault(ask.whole, ask.verb.split(";")[0].split("(")[0].strip())
    return verbs


@transaction.atomic
def store_texts(readings: Iterable[Reading]) -> list[str]:
    """Keep the paragraphs of each reading, as people corrected them, instead of those of before.

    The keys that changed.
    """
    # One loader at a time: the second waits here, and then finds nothing to change.
    known = {each.key: each for each in Document.objects.select_for_update().order_by("position")}
    return [
        reading.key
        for reading in readings
        if keep(known[reading.key], corrected(reading.scope, reading.items), reading.sha256)
    ]
