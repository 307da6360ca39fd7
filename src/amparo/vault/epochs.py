"""The months of the keys: a new epoch, every live data key wrapped anew, old epochs destroyed.

Each step can be broken off anywhere and done again; nothing is lost and nothing happens twice.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from amparo.audit.actions import Actor, record
from amparo.methods import clock
from amparo.vault import escrow
from amparo.vault.cipher import CannotOpen
from amparo.vault.models import DataKey, KeyChange
from amparo.vault.provider import KeysUnavailable, month, provider
from amparo.vault.queries import data_keys, epochs, key_changes

BATCH = 500
NOBODY = UUID(int=0)
Say = Callable[[str], None]


class CannotDestroy(Exception):
    """The epoch still wraps a live key: what that key seals would be lost."""


@dataclass(frozen=True)
class Machine:
    """Who acts where nobody does: the service itself, by its timetable."""

    pk: UUID = NOBODY


@dataclass
class Rotation:
    """What one run did. `stuck`: keys that could not be opened, and keep their epoch alive."""

    epoch: str = ""
    made: bool = False
    wrapped: Counter[str] = field(default_factory=Counter)
    stuck: list[UUID] = field(default_factory=list)
    destroyed: list[str] = field(default_factory=list)


def order_key_change(order: UUID, *, by: Actor) -> KeyChange:
    """Have the epoch key changed at the next run, as two persons decided."""
    with transaction.atomic():
        change = KeyChange(id=order, ordered_at=clock.now(), by=by.pk)
        change.save(force_insert=True)
        record("ordered new keys", by=by, thing=change)
        return change


def rotate(*, by: Actor, say: Say = lambda _: None) -> Rotation:
    """As the owner: make the month's epoch, wrap every key under it, destroy what has expired.

    Raises KeysUnavailable; what was done until then stays done, and the next run goes on there.
    """
    done = Rotation()
    if sealed := escrow.complete():
        say(f"Sealed for recovery: {', '.join(sealed)}.")
    _make_epoch(done, by=by)
    say(f"{done.epoch}: {'made' if done.made else 'in use already'}.")
    _wrap_anew(done, by=by, say=say)
    _retire(done)
    for name in _expired():
        destroy(name, by=by)
        done.destroyed.append(name)
        say(f"{name}: destroyed. What it wrapped can be read by nobody, from no backup.")
    return done


def destroy(name: str, *, by: Actor) -> None:
    """As the owner: end an epoch for ever. Raises CannotDestroy while a live key needs it."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            # Whoever is making a key under this epoch is waited for, and nobody begins meanwhile.
            cursor.execute("LOCK TABLE vault_datakey IN SHARE ROW EXCLUSIVE MODE")
        if live := data_keys().under(name).count():
            raise CannotDestroy(f"{name} still wraps {live} keys: run ./run rotate_keys first.")
        if name == provider().epoch():
            raise CannotDestroy(f"{name} is in use for new keys.")
        record("destroyed keys", by=by, purpose=name)
        epochs().filter(name=name).update(destroyed_at=clock.now())
        provider().destroy(name)


def _make_epoch(done: Rotation, *, by: Actor) -> None:
    keys, now = provider(), clock.now()
    ordered = list(key_changes().waiting())
    newest = keys.epoch()
    name = month(now)
    if ordered:
        name = _next_in(name, newest)
    done.made = name > newest
    done.epoch = max(name, newest)
    with transaction.atomic():
        if done.made:
            record("made an epoch", by=by, purpose=name)
            keys.new_epoch(name)
        for known in keys.epochs():
            epochs().get_or_create(name=known, defaults={"made_at": now})
        key_changes().filter(pk__in=[each.pk for each in ordered]).update(done_at=now)


def _next_in(name: str, newest: str) -> str:
    """The next name of this month, or of the newest epoch's where the clock was set back."""
    if newest < name:
        return name
    base, _, number = newest.partition(".")
    return f"{base}.{int(number or 1) + 1:02}"


def _wrap_anew(done: Rotation, *, by: Actor, say: Say) -> None:
    total, last = data_keys().outside(done.epoch).count(), None
    while rows := _batch(done, last, by=by):
        last = rows[-1].pk
        say(f"{sum(done.wrapped.values())} of {total} keys wrapped anew.")


@transaction.atomic
def _batch(done: Rotation, last: UUID | None, *, by: Actor) -> list[DataKey]:
    """One batch with its audit row, or nothing of it."""
    rows = list(data_keys().outside(done.epoch).after(last).select_for_update()[:BATCH])
    wrapped, stuck = Counter[str](), []
    for row in rows:
        before = row.epoch
        try:
            _wrap(row, done.epoch)
        except KeysUnavailable:
            raise
        except CannotOpen:
            stuck.append(row.pk)
            continue
        wrapped[before] += 1
    if wrapped:
        record("wrapped keys anew", by=by, purpose=done.epoch, keys=wrapped.total())
        _store(rows)
        # No backup needs these months from now on, if no live key is left under them.
        epochs().filter(name__in=wrapped).update(retired_at=clock.now())
    done.wrapped.update(wrapped)
    done.stuck.extend(stuck)
    return rows


def _wrap(row: DataKey, epoch: str) -> None:
    keys, context = provider(), row.context()
    secret = keys.unwrap(row.epoch, bytes(row.wrapped), context)
    row.wrapped = keys.wrap(epoch, secret, context)
    row.epoch = epoch


def _store(rows: list[DataKey]) -> None:
    """A batch by one statement: bulk_update writes a case for each value of each row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_datakey SET epoch = new.epoch, wrapped = new.wrapped FROM"
            " (SELECT unnest(%s::uuid[]) AS id, unnest(%s::text[]) AS epoch,"
            " unnest(%s::bytea[]) AS wrapped) new WHERE vault_datakey.id = new.id",
            [
                [row.pk for row in rows],
                [row.epoch for row in rows],
                [bytes(row.wrapped) for row in rows],
            ],
        )


def _retire(done: Rotation) -> None:
    """The epochs that never wrapped a key, or lost their last one to an erasure."""
    for row in epochs().not_destroyed().filter(retired_at=None).exclude(name=done.epoch):
        if not data_keys().under(row.name).exists():
            row.retired_at = clock.now()
            row.save(update_fields=["retired_at"])


def _expired() -> list[str]:
    over = clock.now() - timedelta(days=settings.BACKUP_DAYS)
    rows = epochs().not_destroyed().filter(retired_at__lte=over).oldest_first()
    return [row.name for row in rows if not data_keys().under(row.name).exists()]
