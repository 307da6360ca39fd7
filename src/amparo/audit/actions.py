from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol
from uuid import UUID

from django.db import connection, transaction

from amparo.audit import chain, origins
from amparo.audit.models import Decision, Entry
from amparo.methods import clock


class Actor(Protocol):
    @property
    def pk(self) -> UUID: ...


class Stored(Protocol):
    @property
    def pk(self) -> UUID: ...


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
    lane = chain.lane_of(case or by.pk)
    sequence, previous = _tail(lane)
    origin = origins.current()
    entry = Entry(
        lane=lane,
        sequence=sequence + 1,
        at=clock.now(),
        actor=by.pk,
        action=action,
        case_id=case,
        object_id=thing.pk if thing else None,
        purpose=purpose,
        decision=decision,
        keys=keys,
        session=origin.session,
        request=origin.request,
        previous=previous,
    )
    entry.mac = chain.mac(entry)
    entry.save(force_insert=True)
    return entry


def _tail(lane: int) -> tuple[int, bytes]:
    """The last row's number and MAC; from here to commit this is the lane's only writer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, seal FROM amparo_audit_tail(%s)", [lane])
        row = cursor.fetchone()
    return (row[0], bytes(row[1])) if row else (0, chain.GENESIS)


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
