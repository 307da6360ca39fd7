"""A value moved within the database opens nowhere: every cell of seeded cases, put in every other.

Security design, 2.6: swap every pair of (row, column) cells, and all of them raise.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.db import connection, models

from amparo.vault.actions import Opened, open_sealed
from amparo.vault.cipher import CannotOpen
from amparo.vault.fields import Sealed
from amparo.vault.models import OF_EVERY_CASE, Compartment
from amparo.vault.tests.columns import OF_THE_FILE
from support.cast import Cast
from support.sealed import EVERY_TEXT, fully_written, seeing

if TYPE_CHECKING:
    from amparo.cases.models import Case


@dataclass(frozen=True)
class Cell:
    row: models.Model
    field: str
    opened: Opened

    def read(self) -> str:
        return self.opened.read(self.row, self.field)

    @property
    def stored(self) -> bytes:
        sealed = getattr(self.row, self.field)
        assert isinstance(sealed, Sealed)
        return sealed.stored


@contextmanager
def holding(cell: Cell, stored: bytes) -> Iterator[None]:
    """Meanwhile the column holds these bytes, as if the database had given them."""
    before = cell.stored
    setattr(cell.row, cell.field, Sealed(stored))
    yield
    setattr(cell.row, cell.field, Sealed(before))


def cells_of(case: UUID, cast: Cast) -> list[Cell]:
    """Every sealed value of a case, each with the key that opens it."""
    by = cast.coordinator
    opened = {
        compartment: open_sealed(case, compartment, by=by, purpose="safety")
        for compartment in OF_EVERY_CASE
    }
    found = []
    for model, field in OF_THE_FILE:
        for row in model._default_manager.filter(case=case):
            if not getattr(row, field.name):
                continue
            kind = compartment_of(field.label)
            if kind not in opened:
                own = open_sealed(case, kind, by=by, purpose="safety", thing=row)
            found.append(Cell(row, field.name, opened.get(kind) or own))
    return found


def compartment_of(label: str) -> Compartment:
    kinds = {"case_person": Compartment.IDENTITY, "case_attachment": Compartment.ATTACHMENT}
    return kinds.get(label.partition(".")[0], Compartment.FACTS)


@pytest.fixture
def case(cast: Cast) -> "Case":
    return fully_written(cast)


def test_every_sealed_column_of_the_seeded_case_reads_as_it_was_written(
    cast: Cast, case: "Case"
) -> None:
    with seeing(cast.coordinator):
        cells = cells_of(case.pk, cast)
        # Of the ways that were weighed for a child, one a line, the first is the one to look for.
        assert {cell.read().split("\n")[0] for cell in cells} == set(EVERY_TEXT)
    written = {(type(cell.row), cell.field) for cell in cells}
    assert written == {(model, field.name) for model, field in OF_THE_FILE}


def test_no_value_opens_in_the_place_of_another(cast: Cast, case: "Case") -> None:
    other = fully_written(cast)
    with seeing(cast.coordinator):
        cells = [*cells_of(case.pk, cast), *cells_of(other.pk, cast)]
    opened = []
    for source, target in permutations(cells, 2):
        with holding(target, source.stored):
            try:
                opened.append((str(source), target.read()))
            except CannotOpen:
                continue
    assert len(cells) == 2 * len(EVERY_TEXT)
    assert opened == []


def test_text_planted_in_any_column_is_never_given_back(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        cells = cells_of(case.pk, cast)
    for cell in cells:
        for planted in (b"Zorvanela", b"", cell.stored[:-1], cell.stored + b"\0"):
            with holding(cell, planted), pytest.raises(CannotOpen):
                cell.read()


def test_a_name_moved_by_sql_onto_another_file_does_not_open(cast: Cast, case: "Case") -> None:
    other = fully_written(cast)
    with seeing(cast.coordinator):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE cases_person SET given_name ="
                " (SELECT given_name FROM cases_person WHERE case_id = %s) WHERE case_id = %s",
                [other.pk, case.pk],
            )
        moved = _given_name(cells_of(case.pk, cast))
        assert moved.stored == _given_name(cells_of(other.pk, cast)).stored
        with pytest.raises(CannotOpen):
            moved.read()


def test_columns_exchanged_by_sql_do_not_open(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE cases_person SET given_name = family_name, family_name = given_name"
            )
        exchanged = [
            cell for cell in cells_of(case.pk, cast) if cell.field in ("given_name", "family_name")
        ]
        assert len(exchanged) == 2
        for cell in exchanged:
            with pytest.raises(CannotOpen):
                cell.read()


def test_no_table_holds_a_text_that_was_sealed(cast: Cast, case: "Case") -> None:
    with seeing(cast.coordinator):
        rows: list[dict[str, Any]] = [
            row
            for model in {model for model, _ in OF_THE_FILE}
            for row in model._default_manager.values()
        ]
        stored = [bytes(v.stored) if isinstance(v, Sealed) else v for r in rows for v in r.values()]
    assert [text for text in EVERY_TEXT for value in stored if text in str(value)] == []


def _given_name(cells: list[Cell]) -> Cell:
    return next(cell for cell in cells if cell.field == "given_name")
