"""Whoever can write to the database, at every byte and in every place: nothing opens.

Security design, 2.6 and 6.6: at least 100,000 swaps and tampers over every pair of sealed columns,
of several cases, all refused. The figures are printed when this file is asked for by itself.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product
from uuid import UUID

import pytest
from django.db import models
from pytest_django import DjangoDbBlocker as Blocker

from amparo.cases.attachments.actions import LABELS, attach, examined
from amparo.cases.attachments.models import Attachment, Chunk
from amparo.cases.attachments.queries import attachments_of, stored_chunks
from amparo.cases.models import Case
from amparo.config import embedded
from amparo.vault.actions import Opened, open_sealed
from amparo.vault.chunks import CHUNK, START, seal_chunks
from amparo.vault.cipher import HEADER, NONCE, CannotOpen, Key, Place, seal
from amparo.vault.fields import Sealed
from amparo.vault.models import OF_EVERY_CASE, Compartment, DataKey
from amparo.vault.provider import provider
from amparo.vault.tests.columns import OF_THE_FILE
from amparo.vault.tests.test_swaps import compartment_of
from support.cast import Cast, make_cast
from support.committed import committed_database
from support.sealed import fully_written, seeing
from wall.conftest import TRIED

CASES, LEAST = 8, 100_000
LONG = b"A letter of some length. " * (2 * CHUNK // 20)
Record = Callable[[str, object], None]


@dataclass(frozen=True)
class Cell:
    """One sealed value as it lies in the database, and who opens it there."""

    row: models.Model
    field: str
    label: str
    opened: Opened
    stored: bytes

    def opens(self, stored: bytes) -> bool:
        """Whether the column gives anything, were these bytes in it."""
        setattr(self.row, self.field, Sealed(stored))
        try:
            self.opened.read(self.row, self.field)
        except CannotOpen:
            return False
        finally:
            setattr(self.row, self.field, Sealed(self.stored))
        return True


@dataclass(frozen=True)
class Stream:
    """One copy of one attachment as it lies in the database, and who opens it there."""

    row: Attachment
    copy: str
    opened: Opened
    chunks: list[bytes]

    def opens(self, chunks: Iterable[bytes]) -> bool:
        try:
            for _ in self.opened.open_file(LABELS[self.copy], self.row.pk, chunks):
                pass
        except CannotOpen:
            return False
        return True


@dataclass(frozen=True)
class Seeded:
    cast: Cast
    cases: list[Case]
    cells: list[Cell]
    streams: list[Stream]


@pytest.fixture(scope="module")
def seeded(
    cluster: embedded.Cluster, migrated: str, django_db_setup: None, django_db_blocker: Blocker
) -> Iterator[Seeded]:
    """Several cases with something in every sealed column, in a database of their own."""
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "tampers"):
        cast = make_cast()
        with seeing(cast.coordinator):
            cases = [_written(cast) for _ in range(CASES)]
            cells = [cell for case in cases for cell in _cells(case, cast)]
            streams = [stream for case in cases for stream in _streams(case, cast)]
            yield Seeded(cast, cases, cells, streams)


def _written(cast: Cast) -> Case:
    case = fully_written(cast)
    attach(case, examined("letter.txt", LONG), by=cast.manager_a, description="A letter")
    return case


def _cells(case: Case, cast: Cast) -> Iterator[Cell]:
    keys: dict[object, Opened] = {each: _key(case, each, cast) for each in OF_EVERY_CASE}
    keys |= {row.pk: _key(case, Compartment.ATTACHMENT, cast, row) for row in attachments_of(case)}
    for model, field in OF_THE_FILE:
        for row in model._default_manager.filter(case=case):
            kind = compartment_of(field.label)
            own = keys[row.pk if kind == Compartment.ATTACHMENT else kind]
            if sealed := getattr(row, field.name):
                yield Cell(row, field.name, field.label, own, sealed.stored)


def _streams(case: Case, cast: Cast) -> Iterator[Stream]:
    for row in attachments_of(case):
        opened = _key(case, Compartment.ATTACHMENT, cast, row)
        for copy in Chunk.Copy.values:
            chunks = list(stored_chunks(row, copy, reader=cast.coordinator))
            yield Stream(row, copy, opened, chunks)


def _key(case: Case, kind: Compartment, cast: Cast, row: Attachment | None = None) -> Opened:
    return open_sealed(case.pk, kind, by=cast.coordinator, purpose="safety", thing=row)


def _tell(record: Record, kind: str, outcomes: list[bool]) -> None:
    record(TRIED, (kind, len(outcomes), outcomes.count(False)))
    assert outcomes
    assert outcomes.count(True) == 0


def test_every_value_and_every_attachment_opens_where_it_lies(seeded: Seeded) -> None:
    """Otherwise a refusal below would prove nothing."""
    assert all(cell.opens(cell.stored) for cell in seeded.cells)
    assert all(stream.opens(stream.chunks) for stream in seeded.streams)
    assert {cell.label for cell in seeded.cells} == {field.label for _, field in OF_THE_FILE}
    assert max(len(stream.chunks) for stream in seeded.streams) >= 3


@pytest.mark.asvs("11.3.3")
def test_every_value_in_the_place_of_every_other(seeded: Seeded, record_property: Record) -> None:
    pairs = permutations(seeded.cells, 2)
    outcomes = [target.opens(source.stored) for source, target in pairs]
    assert len(outcomes) == len(seeded.cells) * (len(seeded.cells) - 1)
    _tell(record_property, "values exchanged", outcomes)


@pytest.mark.asvs("11.3.3")
def test_every_bit_of_every_value(seeded: Seeded, record_property: Record) -> None:
    outcomes = [
        cell.opens(_flipped(cell.stored, position, bit))
        for cell in seeded.cells
        for position, bit in product(range(len(cell.stored)), range(8))
    ]
    _tell(record_property, "bits turned", outcomes)


def _flipped(stored: bytes, position: int, bit: int) -> bytes:
    changed = bytearray(stored)
    changed[position] ^= 1 << bit
    return bytes(changed)


def test_every_length_of_every_value(seeded: Seeded, record_property: Record) -> None:
    outcomes = [
        cell.opens(changed)
        for cell in seeded.cells
        for changed in (
            *(cell.stored[:size] for size in range(len(cell.stored))),
            *(cell.stored[size:] for size in range(1, len(cell.stored))),
            *(cell.stored + bytes(more) for more in range(1, 17)),
            cell.stored * 2,
        )
    ]
    _tell(record_property, "values cut short or made longer", outcomes)


def test_text_planted_in_every_column(seeded: Seeded, record_property: Record) -> None:
    plain = (b"", b"Zorvanela", "Zorvanéla".encode(), b"\0" * 81, b"AMP", b"gAAAAABn", b"null")
    outcomes = [
        cell.opens(start + text)
        for cell in seeded.cells
        for text in plain
        for start in (b"", cell.stored[: HEADER.size], cell.stored[: HEADER.size + NONCE])
    ]
    _tell(record_property, "plain text planted", outcomes)


def test_values_put_together_from_two(seeded: Seeded, record_property: Record) -> None:
    """Header of one, nonce of another, text of a third, tag of a fourth."""
    cuts = (HEADER.size, HEADER.size + NONCE, -16)
    outcomes = [
        target.opens(source.stored[:cut] + target.stored[cut:])
        for source, target in permutations(seeded.cells, 2)
        for cut in cuts
        if source.stored[:cut] != target.stored[:cut]
    ]
    _tell(record_property, "values put together from two", outcomes)


def test_values_of_another_deployment(seeded: Seeded, record_property: Record) -> None:
    """The same ids of key, row and case, sealed under a key that is not ours."""
    outcomes = []
    for cell in seeded.cells:
        foreign = Key(UUID(bytes=cell.stored[5 : HEADER.size]), os.urandom(32))
        place = Place(cell.label, cell.row.pk, getattr(cell.row, "case_id"))  # noqa: B009  every row here has one
        outcomes += [cell.opens(seal(foreign, place, text)) for text in ("", "Zorvanela")]
    _tell(record_property, "values of another deployment", outcomes)


def test_chunks_of_every_attachment_in_every_other_place(
    seeded: Seeded, record_property: Record
) -> None:
    outcomes = [
        target.opens(changed)
        for target, source in product(seeded.streams, repeat=2)
        for changed in _exchanged(target.chunks, source.chunks)
    ]
    _tell(record_property, "chunks exchanged", outcomes)


def _exchanged(into: list[bytes], chunks: list[bytes]) -> Iterator[list[bytes]]:
    for place, chunk in product(range(len(into)), chunks):
        if into[place] != chunk:
            yield [*into[:place], chunk, *into[place + 1 :]]


def test_attachments_cut_lengthened_and_reordered(seeded: Seeded, record_property: Record) -> None:
    outcomes = []
    for stream in seeded.streams:
        whole = stream.chunks
        outcomes += [stream.opens(whole[:kept]) for kept in range(len(whole))]
        outcomes += [stream.opens(whole[dropped:]) for dropped in range(1, len(whole))]
        outcomes += [stream.opens([*whole, chunk]) for chunk in whole]
        outcomes += [stream.opens(order) for order in permutations(whole) if [*order] != whole]
    _tell(record_property, "attachments cut or reordered", outcomes)


def test_bits_of_chunks(seeded: Seeded, record_property: Record) -> None:
    """Every bit of header, prefix and tag, and one in 1024 of the bytes between."""
    outcomes = []
    for stream in seeded.streams[:4]:
        for number, chunk in enumerate(stream.chunks):
            ends = (*range(START), *range(len(chunk) - 16, len(chunk)))
            for position, bit in product((*ends, *range(START, len(chunk), 1024)), range(8)):
                changed = [*stream.chunks]
                changed[number] = _flipped(chunk, position, bit)
                outcomes.append(stream.opens(changed))
    _tell(record_property, "bits of chunks turned", outcomes)


def test_attachments_of_another_deployment(seeded: Seeded, record_property: Record) -> None:
    outcomes = []
    for stream in seeded.streams:
        foreign = Key(UUID(bytes=stream.chunks[0][5 : HEADER.size]), os.urandom(32))
        place = Place(LABELS[stream.copy], stream.row.pk, stream.row.case_id)
        outcomes.append(stream.opens(seal_chunks(foreign, place, [b"Zorvanela"])))
    _tell(record_property, "attachments of another deployment", outcomes)


def test_every_wrapped_key_in_the_place_of_every_other(
    seeded: Seeded, record_property: Record
) -> None:
    """Exchanged in the database: between cases, compartments and attachments."""
    rows = list(DataKey.objects.filter(case_id__in=[case.pk for case in seeded.cases]))
    outcomes = []
    for source, target in permutations(rows, 2):
        changed = DataKey.objects.filter(pk=target.pk)
        changed.update(wrapped=source.wrapped, epoch=source.epoch)
        outcomes.append(_unwraps(target, seeded.cast))
        changed.update(wrapped=target.wrapped, epoch=target.epoch)
    _tell(record_property, "wrapped keys exchanged", outcomes)


def _unwraps(key: DataKey, cast: Cast) -> bool:
    thing = Attachment(pk=key.thing_id) if key.thing_id else None
    try:
        open_sealed(
            key.case_id, Compartment(key.compartment), by=cast.coordinator, purpose="safety",
            thing=thing,
        )  # fmt: skip
    except CannotOpen:
        return False
    return True


def test_bits_of_wrapped_keys(seeded: Seeded, record_property: Record) -> None:
    outcomes = []
    for key in DataKey.objects.all():
        context, wrapped = key.context(), bytes(key.wrapped)
        assert provider().unwrap(key.epoch, wrapped, context)
        for position, bit in product(range(len(wrapped)), range(8)):
            outcomes.append(_gives(key.epoch, _flipped(wrapped, position, bit), context))
    _tell(record_property, "bits of wrapped keys turned", outcomes)


def _gives(epoch: str, wrapped: bytes, context: bytes) -> bool:
    try:
        provider().unwrap(epoch, wrapped, context)
    except CannotOpen:
        return False
    return True


def test_as_many_as_were_promised(seeded: Seeded) -> None:
    """Exchanges and turned bits alone are more than the figure that is asked for."""
    cells = len(seeded.cells)
    assert cells * (cells - 1) + 8 * sum(len(cell.stored) for cell in seeded.cells) >= LEAST
