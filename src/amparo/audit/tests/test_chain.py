"""What somebody with the database and without the key may try on the log, at every position."""

import hashlib
import hmac
from collections.abc import Callable
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.audit import chain
from amparo.audit.models import Entry

ROWS = 6
START = datetime(2026, 3, 1, tzinfo=UTC)
CASE = UUID(int=16 * 7)


def chained(lane: int = 0, rows: int = ROWS) -> list[Entry]:
    """A lane as `record` writes it."""
    entries: list[Entry] = []
    for number in range(1, rows + 1):
        entry = Entry(
            lane=lane, sequence=number, at=START + timedelta(minutes=number),
            actor=UUID(int=number), action="opened", case_id=CASE, object_id=UUID(int=99 + number),
            purpose="identity: safety", decision="allow", keys=1, request=UUID(int=number),
            previous=entries[-1].mac if entries else chain.GENESIS,
        )  # fmt: skip
        entry.mac = chain.mac(entry)
        entries.append(entry)
    return entries


def seen(entries: list[Entry]) -> list[chain.Fault]:
    """Read as the log page reads: by lane, by number."""
    rows = sorted(map(chain.row_of, entries), key=lambda row: row[:2])
    return list(chain.faults(rows, chain.secret()))


def canonical(entry: Entry) -> bytes:
    return chain.row_of(entry).canonical()


def restamp(entries: list[Entry], stamp: Callable[[Entry], bytes]) -> None:
    """Write every link and MAC anew, by whatever the attacker has instead of the key."""
    previous = chain.GENESIS
    for entry in entries:
        entry.previous, entry.mac = previous, b""
        entry.mac = previous = stamp(entry)


EDITS: dict[str, Any] = {
    "at": START - timedelta(days=1),
    "actor": UUID(int=500),
    "action": "saw the file",
    "case_id": None,
    "object_id": None,
    "purpose": "identity: court",
    "decision": "deny",
    "keys": 2,
    "session": UUID(int=501),
    "request": None,
    "lane": 9,
    "sequence": 50,
    "previous": bytes(32),
    "mac": bytes(32),
}
KEYLESS: dict[str, Callable[[Entry], bytes]] = {
    "a bare hash": lambda entry: hashlib.sha256(canonical(entry)).digest(),
    "a guessed key": lambda entry: hmac.digest(bytes(32), canonical(entry), hashlib.sha256),
    "the link as key": lambda entry: hmac.digest(entry.previous, canonical(entry), hashlib.sha256),
}


def test_a_chain_as_it_was_written_holds() -> None:
    assert seen([*chained(0), *chained(3), *chained(15)]) == []
    assert seen([]) == []


def test_every_column_is_under_the_chain() -> None:
    assert {*EDITS, "id"} == {field.attname for field in Entry._meta.fields}


@pytest.mark.parametrize("field", EDITS)
def test_an_edit_of_any_column_is_found_at_every_position(field: str) -> None:
    for position in range(ROWS):
        entries = chained()
        if getattr(entries[position], field) == EDITS[field]:
            continue  # the first row does follow nothing
        setattr(entries[position], field, EDITS[field])
        assert seen(entries), (field, position)


def test_an_edited_row_is_the_one_named() -> None:
    for position in range(ROWS):
        entries = chained(lane=4)
        entries[position].purpose = "identity: court"
        assert seen(entries) == [chain.Fault(4, position + 1, "this row was changed")]


def test_a_row_removed_before_the_last_is_found_at_every_position() -> None:
    for position in range(ROWS - 1):
        entries = chained()
        del entries[position]
        assert seen(entries) == [chain.Fault(0, position + 2, "rows are missing before this one")]


@given(st.sets(st.integers(0, ROWS - 1)))
def test_only_a_tail_can_be_removed_unseen(kept: set[int]) -> None:
    """The limit that the module states: signed heads of a later version see a cut tail."""
    entries = [entry for number, entry in enumerate(chained()) if number in kept]
    assert (seen(entries) == []) == (kept == set(range(len(kept))))


@pytest.mark.parametrize("renumbered", [False, True], ids=["left a gap", "closed the gap"])
def test_a_removal_is_found_even_when_the_rest_is_linked_anew(renumbered: bool) -> None:
    for position in range(ROWS - 1):
        entries = chained()
        del entries[position]
        if renumbered:
            for number, entry in enumerate(entries, 1):
                entry.sequence = number
        if position:
            entries[position].previous = entries[position - 1].mac
        assert seen(entries), position


@pytest.mark.parametrize("stamp", KEYLESS.values(), ids=list(KEYLESS))
def test_a_row_put_in_between_is_found_at_every_position(stamp: Callable[[Entry], bytes]) -> None:
    for position in range(ROWS + 1):
        entries = chained()
        planted = copy(entries[0])
        planted.actor = uuid4()
        entries.insert(position, planted)
        for number, entry in enumerate(entries, 1):
            entry.sequence = number
        planted.previous = entries[position - 1].mac if position else chain.GENESIS
        planted.mac = stamp(planted)
        assert seen(entries), position


def test_a_signed_row_that_was_rolled_back_is_found_when_it_replaces_another() -> None:
    """The write-ahead log keeps rows of transactions that were rolled back, with good MACs."""
    for position in range(ROWS - 1):
        entries = chained()
        other = copy(entries[position])
        other.purpose = "identity: court"
        other.mac = chain.mac(other)
        entries[position] = other
        told = chain.Fault(0, position + 2, "this row does not follow the one before it")
        assert seen(entries) == [told]


def test_two_rows_that_change_places_are_found_wherever_they_stand() -> None:
    for first in range(ROWS):
        for second in range(first + 1, ROWS):
            entries = chained()
            one, other = entries[first], entries[second]
            one.sequence, other.sequence = other.sequence, one.sequence
            assert seen(entries), (first, second)
            one.previous, other.previous = other.previous, one.previous
            assert seen(entries), (first, second)


@given(st.permutations(range(ROWS)))
def test_any_other_order_is_found(order: list[int]) -> None:
    entries = chained()
    for entry, place in zip(entries, order, strict=True):
        entry.sequence = place + 1
    assert (seen(entries) == []) == (order == sorted(order))


def test_a_row_moved_to_another_lane_is_found_at_every_position() -> None:
    for position in range(ROWS):
        here, there = chained(0), chained(5)
        here[position].lane, there[position].lane = 5, 0
        assert {fault.lane for fault in seen([*here, *there])} == {0, 5}


def test_whole_lanes_exchanged_are_found() -> None:
    here, there = chained(0), chained(5)
    for entry in here:
        entry.lane = 5
    for entry in there:
        entry.lane = 0
    assert len(seen([*here, *there])) == 2 * ROWS


@pytest.mark.parametrize("stamp", KEYLESS.values(), ids=list(KEYLESS))
def test_a_lane_rewritten_without_the_key_is_found_in_every_row(
    stamp: Callable[[Entry], bytes],
) -> None:
    entries = chained()
    entries[2].actor = uuid4()
    restamp(entries, stamp)
    assert [fault.sequence for fault in seen(entries)] == list(range(1, ROWS + 1))
