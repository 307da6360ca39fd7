"""Originals: sealed as they come, whole or not at all, and never opened unseen."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.access.acting import acting_as
from amparo.access.standing import NotAllowed
from amparo.audit.models import Entry
from amparo.evidence.actions.items import Found, add_item, open_items, open_original
from amparo.evidence.models import Custody, Item, Piece
from amparo.evidence.queries import broken_at, custody_of, items_of, stored_pieces
from amparo.evidence.receiving import Incoming, Original
from amparo.evidence.tests.story import added, arrived, handed_over, passed_on
from amparo.justice.models import Dossier
from amparo.methods.filetypes import UNKNOWN
from amparo.people.country import today
from amparo.vault.chunks import CHUNK
from amparo.vault.cipher import CannotOpen
from support import files
from support.cast import Cast


@contextmanager
def undone() -> Iterator[None]:
    """What the block writes is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def taken(item: Item, cast: Cast) -> bytes:
    return b"".join(open_original(item, by=cast.investigator, purpose="evidence"))


@given(data=st.lists(st.binary(max_size=CHUNK), max_size=4))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_came_in_piece_by_piece_comes_out_as_it_was(
    data: list[bytes], dossier: Dossier, cast: Cast
) -> None:
    pieces = [b"Date;", *data]
    item = added(dossier, cast.investigator, pieces=pieces, name="table.bin")
    assert taken(item, cast) == b"".join(pieces)
    told = open_items(dossier, by=cast.investigator, purpose="evidence")[-1]
    assert told.words["digest"] == hashlib.sha256(b"".join(pieces)).hexdigest()


def test_items_are_numbered_in_their_dossier(dossier: Dossier, cast: Cast) -> None:
    assert [added(dossier, cast.investigator).number for _ in range(3)] == [1, 2, 3]


def test_taking_an_original_is_an_entry_of_its_custody_and_of_the_log(
    dossier: Dossier, cast: Cast
) -> None:
    item = added(dossier, cast.investigator)
    taken(item, cast)
    with acting_as(cast.investigator):
        entries = custody_of(item)
        assert [entry.kind for entry in entries] == ["received", "opened"]
        assert broken_at(item, entries) == []
    written = Entry.objects.filter(object_id=item.pk).values_list("action", "purpose")
    assert ("opened an original", "evidence") in written
    marks = [purpose for action, purpose in written if action == "custody of an item"]
    assert marks == [f"{entry.kind} {bytes(entry.digest).hex()[:32]}" for entry in entries]


def test_an_original_with_a_piece_of_another_does_not_open(dossier: Dossier, cast: Cast) -> None:
    by, name = cast.investigator, "dump.bin"
    item = added(dossier, by, b"a" * 2 * CHUNK, name=name)
    with acting_as(by):
        incoming = Incoming(dossier, by)
        incoming.take(b"b" * (CHUNK + 1))
        incoming._store(b"".join(islice(stored_pieces(item, reader=by), 1, 2)))
        file = Original(incoming, name, CHUNK + 1)
        found = Found("site", today(), "A copy", "Quay 4", "Inspector Vale")
        mixed = add_item(dossier, by=by, file=file, kind=UNKNOWN, misnamed=False, found=found)
    assert taken(item, cast) == b"a" * 2 * CHUNK
    with pytest.raises(CannotOpen):
        taken(mixed, cast)


@pytest.mark.parametrize(
    "who", ["first_responder", "manager_a", "coordinator", "provider", "panel"]
)
def test_who_does_not_investigate_finds_nothing(cast: Cast, who: str) -> None:
    dossier = handed_over(files.received(cast), cast)
    item = added(dossier, cast.investigator)
    user = cast.users[who]
    with pytest.raises(NotAllowed):
        open_items(dossier, by=user, purpose="evidence")
    with pytest.raises(NotAllowed):
        open_original(item, by=user, purpose="evidence")
    with acting_as(user):
        assert not Item.objects.count() + Piece.objects.count() + Custody.objects.count()


def test_pieces_without_an_item_cannot_be_made_one(dossier: Dossier, cast: Cast) -> None:
    """The database itself refuses an item without its custody, or with a piece too few."""
    item = added(dossier, cast.investigator)
    with acting_as(cast.investigator), undone():
        file = arrived(dossier, cast.investigator, [b"a" * 2 * CHUNK], name="dump.bin")
        half = Item.objects.get(pk=item.pk)
        half.pk, half.number, half.pieces_count = file.item.pk, 2, file.pieces
        with pytest.raises(DatabaseError, match="half of an item"), transaction.atomic():
            half.save(force_insert=True)
        late = Piece(
            dossier=dossier, item=item, number=9, stored=b"x", at=item.at, by=cast.investigator
        )
        with pytest.raises(DatabaseError, match="never added to"), transaction.atomic():
            late.save(force_insert=True)


def test_an_entry_of_custody_follows_the_last_one_or_is_refused(
    dossier: Dossier, cast: Cast
) -> None:
    item = added(dossier, cast.investigator)
    passed_on(dossier, item, cast.investigator)
    with acting_as(cast.investigator):
        last = custody_of(item)[-1]
        for number, previous in ((2, b"\0" * 32), (5, bytes(last.digest)), (2, b"")):
            forged = Custody.objects.get(pk=last.pk)
            forged.pk, forged.number, forged.previous = item.pk, number, previous
            with pytest.raises(DatabaseError), transaction.atomic():
                forged.save(force_insert=True)


@pytest.mark.parametrize("field", ["kind", "when", "at", "by_id", "bag", "receiver", "number"])
def test_a_changed_entry_is_seen(dossier: Dossier, cast: Cast, field: str) -> None:
    item = added(dossier, cast.investigator)
    passed_on(dossier, item, cast.first_responder)
    with acting_as(cast.investigator):
        first, second = custody_of(item)
        assert broken_at(item, [first, second]) == []
        before = getattr(second, field)
        setattr(second, field, getattr(first, field))
        assert before != getattr(second, field)
        assert broken_at(item, [first, second]) == [1]


def test_what_is_written_of_an_item_is_bound_too(dossier: Dossier, cast: Cast) -> None:
    item = added(dossier, cast.investigator)
    with acting_as(cast.investigator):
        [row] = items_of(dossier)
        row.source = "witness"
        assert broken_at(row, custody_of(item)) == [0]
