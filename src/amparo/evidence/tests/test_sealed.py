"""Each sealed column of the evidence is written, opens in its own place and nowhere else."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from django.db import models

from amparo.access.acting import acting_as
from amparo.justice.models import Dossier
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.fields import SealedField
from amparo.vault.models import Compartment
from amparo.vault.tests.columns import COLUMNS
from amparo.vault.tests.test_swaps import Cell, holding
from support.cast import Cast
from support.sealed import OF_EVIDENCE, fully_written

OF_EVIDENCE_ROOM = [column for column in COLUMNS if column[1].label.startswith("evidence_")]
WORDS = {
    "evidence_item.name": {"note.txt", f"{OF_EVIDENCE}.csv"},
    "evidence_item.description": {f"The ledger of {OF_EVIDENCE}", OF_EVIDENCE},
    "evidence_item.place": {"Quay 4"},
    "evidence_item.finder": {"Inspector Vale"},
    "evidence_item.bag": {"B-17"},
    "evidence_finding.note": {f"{OF_EVIDENCE} worked."},
    "evidence_custody.giver": {"Inspector Vale"},
    "evidence_custody.receiver": {f"{OF_EVIDENCE} laboratory", "Investigator Test"},
    "evidence_custody.place": {"Quay 4"},
    "evidence_custody.reason": {"To be looked at.", "payments"},
    "evidence_custody.bag": {"B-17", "B-18"},
}
# What is worked out of the file itself.
WORKED_OUT = {"evidence_item.digest", "evidence_item.size", "evidence_payments.table"}


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    case = fully_written(cast)
    with acting_as(cast.investigator):
        return Dossier.objects.get(pk=case.pk)


def sealed_rows(dossier: Dossier) -> list[tuple[models.Model, SealedField]]:
    return [
        (row, field)
        for model, field in OF_EVIDENCE_ROOM
        for row in model._default_manager.filter(dossier=dossier)
        if getattr(row, field.name)
    ]


def cells(dossier: Dossier, cast: Cast) -> Iterator[tuple[str, Cell]]:
    """By label. Everything that is said of an item has the item's own key."""
    by, keys = cast.investigator, dict[object, Opened]()
    with acting_as(by):
        for row, field in sealed_rows(dossier):
            item = getattr(row, "item", row)
            if item.pk not in keys:
                keys[item.pk] = open_sealed(
                    dossier.pk, Compartment.EVIDENCE, by=by, purpose="evidence", thing=item
                )
            yield field.label, Cell(row, field.name, keys[item.pk])


def test_every_column_is_written_and_reads_as_it_was(dossier: Dossier, cast: Cast) -> None:
    found: dict[str, set[str]] = {}
    for label, cell in cells(dossier, cast):
        found.setdefault(label, set()).add(cell.read())
    assert set(found) == {field.label for _, field in OF_EVIDENCE_ROOM}
    assert {label: texts for label, texts in found.items() if label not in WORKED_OUT} == WORDS
    assert OF_EVIDENCE in found["evidence_payments.table"].pop()


def test_no_value_opens_in_the_place_of_another(dossier: Dossier, cast: Cast) -> None:
    every = [cell for _, cell in cells(dossier, cast)]
    opened = []
    for source, target in permutations(every, 2):
        with holding(target, source.stored):
            try:
                opened.append(target.read())
            except CannotOpen:
                continue
    assert len(every) > 2 * len(OF_EVIDENCE_ROOM)
    assert opened == []


def test_nobody_who_works_with_the_person_has_a_key_of_it(dossier: Dossier, cast: Cast) -> None:
    _, cell = next(cells(dossier, cast))
    for by in (cast.manager_a, cast.coordinator, cast.panel):
        with acting_as(by), pytest.raises(CannotOpen, match="not for you"):
            open_sealed(dossier.pk, Compartment.EVIDENCE, by=by, purpose="safety", thing=cell.row)
