"""What may be tried on a log of several lanes whose heads were signed, at every position.

The attacker has the database and the code, not the keys, and not the file of heads. Each kind is
tried on every row that it can be tried on; every trial must be seen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from amparo.audit import chain, heads
from amparo.audit.chain import GENESIS, Row, mac_of, time_of
from amparo.audit.verify import check
from amparo.methods import clock

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
LANES, ROWS, EVERY = 5, 60, 7
GUESSED = bytes(32)
Log = list[Row]


def written(lane: int, sequence: int, before: bytes, *, secret: bytes, minute: int) -> Row:
    row = Row(
        lane, sequence, time_of(START + timedelta(minutes=minute)), str(UUID(int=sequence)),
        "opened", str(UUID(int=900 + lane)), "", "identity: safety", "allow", 1, "", "",
        before, b"",
    )  # fmt: skip
    return row._replace(mac=mac_of(row, secret))


@dataclass(frozen=True)
class World:
    log: Log
    signed: heads.Signed
    half: Log  # a copy taken when half of it was written


@pytest.fixture(scope="module")
def world() -> World:
    """300 rows: a row in each lane each minute, the heads signed now and then and at the end."""
    secret, lanes = chain.secret(), [Log() for _ in range(LANES)]
    lines, half = list[bytes](), Log()
    for minute in range(ROWS):
        for lane, rows in enumerate(lanes):
            before = rows[-1].mac if rows else GENESIS
            rows.append(written(lane, minute + 1, before, secret=secret, minute=minute))
        if minute % EVERY == 0 or minute == ROWS - 1:
            lines.append(_line(lanes, lines, minute))
        if minute == ROWS // 2:
            half = [row for rows in lanes for row in rows]
    signed = heads.read(lines, heads.public_key())
    return World([row for rows in lanes for row in rows], signed, half)


def _line(lanes: list[Log], lines: list[bytes], minute: int) -> bytes:
    ends = [(rows[-1].lane, rows[-1].sequence, rows[-1].mac) for rows in lanes]
    with clock.at(START + timedelta(minutes=minute)):
        return heads.signed_line(heads.next_body(lines[-1] if lines else b"", ends))


def faults(log: Log, world: World) -> int:
    log = sorted(log, key=lambda row: row[:2])
    return check(log, chain.secret(), world.signed).faults


def relinked(rows: Log) -> Log:
    """Numbered and chained anew by the known code, with a key that is guessed."""
    made: Log = []
    for number, row in enumerate(rows, 1):
        before = made[-1].mac if made else GENESIS
        row = row._replace(sequence=number, previous=before, mac=b"")
        made.append(row._replace(mac=mac_of(row, GUESSED)))
    return made


def lane_of(log: Log, number: int) -> Log:
    return [row for row in log if row.lane == number]


def others(log: Log, number: int) -> Log:
    return [row for row in log if row.lane != number]


def edit(world: World) -> Iterator[Log]:
    for position, row in enumerate(world.log):
        changed = row._replace(purpose="identity: court")
        yield [*world.log[:position], changed, *world.log[position + 1 :]]


def insert(world: World) -> Iterator[Log]:
    for row in world.log:
        lane = lane_of(world.log, row.lane)
        planted = row._replace(actor=str(UUID(int=77)))
        before, after = lane[: row.sequence - 1], lane[row.sequence - 1 :]
        yield others(world.log, row.lane) + before + _from(row.sequence, [planted, *after])


def _from(first: int, rows: Log) -> Log:
    return [row._replace(sequence=number) for number, row in enumerate(rows, first)]


def delete(world: World) -> Iterator[Log]:
    for position in range(len(world.log)):
        yield world.log[:position] + world.log[position + 1 :]


def delete_and_close_the_gap(world: World) -> Iterator[Log]:
    for row in world.log:
        lane = lane_of(world.log, row.lane)
        before, after = lane[: row.sequence - 1], lane[row.sequence :]
        yield others(world.log, row.lane) + before + _from(row.sequence, after)


def cut_the_tail(world: World) -> Iterator[Log]:
    for row in world.log:
        yield [each for each in world.log if each.lane != row.lane or each.sequence < row.sequence]


def cut_and_append(world: World) -> Iterator[Log]:
    """Rows of transactions that were rolled back have good MACs, and lie in the write-ahead log."""
    for row in world.log:
        kept = [each for each in world.log if each.lane != row.lane or each.sequence < row.sequence]
        other = row._replace(actor=str(UUID(int=78)), mac=b"")
        yield [*kept, other._replace(mac=mac_of(other, chain.secret()))]


def reorder(world: World) -> Iterator[Log]:
    for row, other in pairwise(world.log):
        if row.lane == other.lane:
            rest = [each for each in world.log if each not in (row, other)]
            first = other._replace(sequence=row.sequence)
            yield [*rest, first, row._replace(sequence=other.sequence)]


def swap_lanes(world: World) -> Iterator[Log]:
    for one in range(LANES):
        for other in range(one + 1, LANES):
            names = {one: other, other: one}
            yield [row._replace(lane=names.get(row.lane, row.lane)) for row in world.log]


def swap_rows_of_two_lanes(world: World) -> Iterator[Log]:
    for row in world.log:
        names = {row.lane: (row.lane + 1) % LANES, (row.lane + 1) % LANES: row.lane}
        pair = [each for each in world.log if each.sequence == row.sequence and each.lane in names]
        rest = [each for each in world.log if each not in pair]
        yield rest + [each._replace(lane=names[each.lane]) for each in pair]


def old_copy(world: World) -> Iterator[Log]:
    """A backup put back: every lane holds in itself."""
    for row in world.log:
        yield [each for each in world.log if each.sequence < row.sequence]


def rewrite_without_the_key(world: World) -> Iterator[Log]:
    for row in world.log:
        lane = [each for each in lane_of(world.log, row.lane) if each.sequence != row.sequence]
        yield [*others(world.log, row.lane), *relinked(lane)]


def clock_set_back(world: World) -> Iterator[Log]:
    """The product itself goes on writing while the machine's clock is an hour behind."""
    for lane in range(LANES):
        last = lane_of(world.log, lane)[-1]
        for minutes in range(3, ROWS):
            yield [*world.log, following(last, ROWS - 1 - minutes)]


def following(last: Row, minute: int) -> Row:
    """What the product itself writes next, with its key."""
    number, secret = last.sequence + 1, chain.secret()
    return written(last.lane, number, last.mac, secret=secret, minute=minute)


KINDS = (
    edit, insert, delete, delete_and_close_the_gap, cut_the_tail, cut_and_append, reorder,
    swap_lanes, swap_rows_of_two_lanes, old_copy, rewrite_without_the_key, clock_set_back,
)  # fmt: skip


def test_the_log_as_it_was_written_holds(world: World) -> None:
    report = check(world.log, chain.secret(), world.signed)
    assert (report.faults, report.rows, report.lanes, report.beyond) == (0, LANES * ROWS, LANES, 0)


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_trial_is_seen(
    kind: Callable[[World], Iterator[Log]],
    world: World,
    record_property: Callable[[str, object], None],
) -> None:
    tried = seen = 0
    for log in kind(world):
        tried += 1
        seen += faults(log, world) > 0
    record_property(f"audit: {kind.__name__}", (tried, tried - seen))
    print(f"{kind.__name__}: {tried} tried, {seen} seen")  # noqa: T201  for the reader of -s
    assert tried
    assert seen == tried


def test_the_limit_is_what_no_head_covers_yet(world: World) -> None:
    """Rows after the last signed head can be cut off unseen: at most a minute's."""
    last = lane_of(world.log, 0)[-1]
    log = sorted([*world.log, following(last, ROWS)], key=lambda row: row[:2])
    report = check(log, chain.secret(), world.signed)
    assert (report.faults, report.beyond) == (0, 1)
    assert faults(world.log, world) == 0


def test_without_heads_a_tail_can_be_cut_unseen(world: World) -> None:
    """So the heads are what sees it, and must be kept elsewhere."""
    assert check(world.half, chain.secret(), heads.Signed()).faults == 0
    assert check(world.half, chain.secret(), world.signed).faults == LANES
