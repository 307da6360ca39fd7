import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias
from uuid import UUID

from django.db import connection, transaction

from amparo.audit import chain, origins, verify
from amparo.audit.models import Check, Decision, Entry
from amparo.methods import clock


class Actor(Protocol):
    @property
    def pk(self) -> UUID: ...


class Stored(Protocol):
    @property
    def pk(self) -> UUID: ...


_Facts: TypeAlias = tuple[
    UUID, str, UUID | None, UUID | None, str, str, int, UUID | None, UUID | None
]


class _Tail(threading.local):
    """Where this thread wrote last. The database knows better: somebody may have been there."""

    def __init__(self) -> None:
        # Processes that start together have numbers side by side: spread them over the lanes.
        self.lane, self.sequence, self.mac = os.getpid() * 37 % chain.LANES, 0, chain.GENESIS


_tail = _Tail()
# The row goes in if the lane is free, if the row before it stands there as this thread remembers
# it, and if none has taken its place: no gap and no fork, whatever else is going on.
APPEND = """INSERT INTO "audit_entry" (lane, sequence, at, actor, action, case_id, object_id,
        purpose, decision, keys, session, request, previous, mac)
    SELECT %(lane)s::integer, %(sequence)s::bigint, %(at)s::timestamptz, %(actor)s::uuid,
        %(action)s::text, %(case_id)s::uuid, %(object_id)s::uuid, %(purpose)s::text,
        %(decision)s::text, %(keys)s::integer, %(session)s::uuid, %(request)s::uuid,
        %(previous)s::bytea, %(mac)s::bytea
    WHERE pg_try_advisory_xact_lock(1635083369, %(lane)s::integer) AND (
        %(sequence)s::bigint = 1 OR EXISTS (
            SELECT FROM audit_entry WHERE lane = %(lane)s::integer
                AND sequence = %(sequence)s::bigint - 1 AND mac = %(previous)s::bytea))
    ON CONFLICT DO NOTHING RETURNING id
"""
COLUMNS = [field.attname for field in Entry._meta.concrete_fields]
LANE = "SELECT in_lane, number, seal FROM amparo_audit_lane(%s)"


def record(
    action: str,
    *,
    by: Actor,
    case: UUID | None = None,
    thing: Stored | None = None,
    purpose: str = "",
    decision: str = Decision.ALLOW,
    keys: int = 0,
) -> Entry:
    """Write one audit row inside the running transaction; without one it raises.

    `keys`: how many data keys are unwrapped under this row.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit row belongs to a transaction.")
    origin = origins.current()
    facts: _Facts = (
        by.pk, action, case, thing.pk if thing else None, purpose, str(decision), keys,
        origin.session, origin.request,
    )  # fmt: skip
    if entry := _append(facts):
        return entry
    _take_a_lane()
    if entry := _append(facts):
        return entry
    raise RuntimeError(f"Nothing can be added to lane {_tail.lane} of the log.")


def _append(facts: _Facts) -> Entry | None:
    """Chain a row to the end that this thread remembers; None if that is not the true end."""
    before, link = _tail.sequence, _tail.mac
    at = clock.now()
    row = (_tail.lane, before + 1, at, *facts, link)
    seal = chain.mac_of(chain.row_from(row), chain.secret())
    with connection.cursor() as cursor:
        cursor.execute(APPEND, dict(zip(COLUMNS[1:], (*row, seal), strict=True)))
        made = cursor.fetchone()
    if made is None:
        return None
    _tail.sequence, _tail.mac = before + 1, seal
    return Entry.from_db(connection.alias, COLUMNS, [made[0], *row, seal])


def _take_a_lane() -> None:
    """Learn its true end; from here to commit this is the lane's only writer."""
    with connection.cursor() as cursor:
        cursor.execute(LANE, [_tail.lane])
        _tail.lane, _tail.sequence, seal = cursor.fetchone()
    _tail.mac = bytes(seal)


def check_the_log() -> Check:
    """Check chain and heads, and keep what came of it for the page of the log."""
    report = verify.live()
    return Check.objects.create(
        at=clock.now(),
        rows=report.rows,
        lanes=report.lanes,
        faults=report.faults,
        beyond=report.beyond,
    )


@contextmanager
def once(key: UUID, *, by: Actor) -> Iterator[bool]:
    """True the first time a form's key is seen, False when the same form comes again.

    The mark commits with what the block does, or neither does; a second request waits for the
    first to end before it learns which it was.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_receipt (key, actor, at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [key, by.pk, clock.now()],
        )
        yield cursor.rowcount == 1
