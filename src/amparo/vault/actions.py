"""The only door to plaintext: no unwrap without an audit row in the same transaction."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from uuid import UUID

from django.db import models, transaction

from amparo.audit.actions import Actor, Stored, record
from amparo.audit.queries import OPENED
from amparo.vault.chunks import Sealing, open_chunks, seal_chunks
from amparo.vault.cipher import CannotOpen, Key, Place, seal, unseal
from amparo.vault.erasure import refuse_erased
from amparo.vault.fields import Sealed, SealedField
from amparo.vault.models import OF_EVERY_CASE, Compartment, DataKey
from amparo.vault.provider import provider


class Opened:
    """The capability to read and write one compartment of one case, got by saying why."""

    def __init__(self, case: UUID, key: Key) -> None:
        self._case = case
        self._key = key

    def read(self, row: models.Model, field: str) -> str:
        """The text of a sealed column, "" where nothing was written. Raises CannotOpen."""
        sealed = getattr(row, field)
        return unseal(self._key, self._place(row, field), sealed.stored) if sealed else ""

    def write(self, row: models.Model, field: str, text: str) -> None:
        """Seal `text` into the row's attribute; the caller saves the row."""
        sealed = Sealed(seal(self._key, self._place(row, field), text)) if text else None
        setattr(row, field, sealed)

    def seal_file(self, label: str, thing: UUID, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The chunks to store of a file; `label` is fixed for ever, as a column's is."""
        return seal_chunks(self._key, Place(label, thing, self._case), pieces)

    def sealing(self, label: str, thing: UUID) -> Sealing:
        """The same, for a file that is still on its way."""
        return Sealing(self._key, Place(label, thing, self._case))

    def open_file(self, label: str, thing: UUID, stored: Iterable[bytes]) -> Iterator[bytes]:
        """The file again, as it is read. Raises CannotOpen where a chunk is not in its place."""
        return open_chunks(self._key, Place(label, thing, self._case), stored)

    def _place(self, row: models.Model, field: str) -> Place:
        column = row._meta.get_field(field)
        if not isinstance(column, SealedField):
            raise TypeError(f"{field} is not a sealed column.")
        return Place(column.label, row.pk, self._case)


def make_keys(case: UUID, *, by: Actor) -> dict[Compartment, Opened]:
    """Make the two data keys of a new case; they are open to whoever makes them."""
    with transaction.atomic():
        record("made keys", by=by, case=case)
        return {compartment: _make_key(case, compartment) for compartment in OF_EVERY_CASE}


def make_key_for(case: UUID, compartment: Compartment, thing: Stored, *, by: Actor) -> Opened:
    """Make the key of one thing of a case; it is open to whoever makes it."""
    with transaction.atomic():
        refuse_erased(case)
        record("made a key", by=by, case=case, thing=thing)
        return _make_key(case, compartment, thing.pk)


def _make_key(case: UUID, compartment: Compartment, thing: UUID | None = None) -> Opened:
    keys, secret = provider(), os.urandom(32)
    row = DataKey(case_id=case, compartment=compartment, thing_id=thing, epoch=keys.epoch())
    row.wrapped = keys.wrap(row.epoch, secret, row.context())
    row.save(force_insert=True)
    return Opened(case, Key(row.id, secret))


# What stands around each opening: it may refuse a purpose by raising, before any key is asked for.
Guard = Callable[[UUID, str], AbstractContextManager[None]]
_guards: list[Guard] = []


def guard_with(guard: Guard) -> None:
    if guard not in _guards:
        _guards.append(guard)


@contextmanager
def _guarded(case: UUID, purpose: str) -> Iterator[None]:
    with ExitStack() as guarded:
        for guard in _guards:
            guarded.enter_context(guard(case, purpose))
        yield


def open_sealed(
    case: UUID,
    compartment: Compartment,
    *,
    by: Actor,
    purpose: str,
    thing: Stored | None = None,
) -> Opened:
    """Unwrap one data key and write who did it and why. Raises CannotOpen.

    `thing` is what is read; where a compartment has a key for each thing, it names the key.
    """
    if not purpose:
        raise CannotOpen("Opening what is sealed asks for a purpose.")
    with transaction.atomic(), _guarded(case, purpose):
        row = _key_rows(case, compartment, thing).first()
        if row is None:
            refuse_erased(case)
            raise CannotOpen("There is no such key, or not for you.")
        why = f"{compartment}: {purpose}"
        record(OPENED, by=by, case=case, thing=thing, purpose=why, keys=1)
        return _unwrapped(row)


def open_things(
    case: UUID, compartment: Compartment, things: Iterable[UUID], *, by: Actor, purpose: str
) -> dict[UUID, Opened]:
    """Unwrap the keys of several things of one case under one audit row. Raises CannotOpen."""
    if not purpose:
        raise CannotOpen("Opening what is sealed asks for a purpose.")
    with transaction.atomic(), _guarded(case, purpose):
        rows = DataKey.objects.filter(case_id=case, compartment=compartment)
        keys = {row.thing_id: row for row in rows if row.thing_id}
        wanted = [keys[thing] for thing in things if thing in keys]
        if not wanted:
            refuse_erased(case)
            raise CannotOpen("There is no such key, or not for you.")
        record(OPENED, by=by, case=case, purpose=f"{compartment}: {purpose}", keys=len(wanted))
        return {row.thing_id: _unwrapped(row) for row in wanted if row.thing_id}


def _unwrapped(row: DataKey) -> Opened:
    secret = provider().unwrap(row.epoch, bytes(row.wrapped), row.context())
    return Opened(row.case_id, Key(row.id, secret))


def _key_rows(
    case: UUID, compartment: Compartment, thing: Stored | None
) -> models.QuerySet[DataKey]:
    rows = DataKey.objects.filter(case_id=case, compartment=compartment)
    if compartment in OF_EVERY_CASE:
        return rows
    return rows.filter(thing_id=thing.pk) if thing else rows.none()
