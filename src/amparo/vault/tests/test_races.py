"""Two at once: an erasure and a key being added, an erasure and a rotation, two erasures."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import ProgrammingError, connection, connections, transaction
from pytest_django import Settings

from amparo.audit.queries import entries
from amparo.config import embedded
from amparo.methods import clock
from amparo.vault.actions import _make_key
from amparo.vault.erasure import erase
from amparo.vault.models import Certificate, Compartment, DataKey
from amparo.vault.owner import as_owner
from amparo.vault.provider import FileKeys
from amparo.vault.tests.keyring import Ring, rotated
from amparo.vault.tests.test_epochs import DECEMBER, NOVEMBER
from support.cast import Cast
from support.sealed import seeing

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
LONG = 30  # seconds after which a test is lost


class Pausing(FileKeys):
    """Stops at its first unwrap until it is let go."""

    entered, let_go = Event(), Event()

    def unwrap(self, epoch: str, wrapped: bytes, context: bytes) -> bytes:
        self.entered.set()
        assert self.let_go.wait(LONG)
        return super().unwrap(epoch, wrapped, context)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


@pytest.fixture
def until_somebody_waits(house: str, cluster: embedded.Cluster) -> Iterator[Callable[[], None]]:
    with psycopg.connect(cluster.url("postgres", house), autocommit=True) as watcher:

        def wait() -> None:
            deadline = clock.now().timestamp() + LONG
            while not (watcher.execute(WAITING, [house]).fetchone() or (0,))[0]:
                assert clock.now().timestamp() < deadline, "nobody ever waited"

        yield wait


def erased(case: UUID, cast: Cast) -> Certificate:
    try:
        with seeing(cast.coordinator):
            return erase(case, by=cast.coordinator, reason="retention_over")
    finally:
        connections.close_all()


def add_key(case: UUID, cast: Cast, added: Event, commit: Event) -> None:
    """A third key, as an attachment has one, in a transaction that stays open for a while."""
    try:
        with transaction.atomic(), seeing(cast.manager_a):
            _make_key(case, Compartment.ATTACHMENT, case)
            added.set()
            assert commit.wait(LONG)
    finally:
        connection.close()


def keys_left(cast: Cast) -> int:
    with seeing(cast.manager_a):
        return DataKey.objects.count()


@pytest.mark.asvs("15.4.2")
def test_a_key_that_was_being_added_is_destroyed_with_the_others(
    staff: Cast, threads: ThreadPoolExecutor, until_somebody_waits: Callable[[], None]
) -> None:
    (case,) = Ring(staff).add()
    added, commit = Event(), Event()
    adding = threads.submit(add_key, case, staff, added, commit)
    assert added.wait(LONG)
    erasing = threads.submit(erased, case, staff)
    until_somebody_waits()
    commit.set()
    adding.result(LONG)
    assert erasing.result(LONG).statement.count('"compartment"') == 3
    assert keys_left(staff) == 0


@pytest.mark.asvs("15.4.2")
def test_a_key_added_while_the_file_is_erased_waits_and_is_refused(
    staff: Cast, threads: ThreadPoolExecutor, until_somebody_waits: Callable[[], None]
) -> None:
    (case,) = Ring(staff).add()
    added, commit = Event(), Event()
    commit.set()
    with seeing(staff.coordinator):
        erase(case, by=staff.coordinator, reason="retention_over")
        adding = threads.submit(add_key, case, staff, added, commit)
        until_somebody_waits()
    with pytest.raises(ProgrammingError, match="was erased"):
        adding.result(LONG)
    assert keys_left(staff) == 0


@pytest.mark.asvs("15.4.2")
def test_an_erasure_during_a_rotation_leaves_no_key(
    staff: Cast,
    settings: Settings,
    threads: ThreadPoolExecutor,
    until_somebody_waits: Callable[[], None],
) -> None:
    FileKeys().new_epoch(NOVEMBER)
    ring = Ring(staff)
    case, other = ring.add(2)
    settings.KEY_PROVIDER = f"{__name__}.Pausing"
    rotating: Future[None] = threads.submit(rotate_in_december)
    assert Pausing.entered.wait(LONG)
    erasing = threads.submit(erased, case, staff)
    until_somebody_waits()
    Pausing.let_go.set()
    rotating.result(LONG)
    erasing.result(LONG)
    assert ring.epochs() == {"2026-12": 2}
    assert (ring.reads(case), ring.reads(other)) == (False, True)


def rotate_in_december() -> None:
    try:
        with clock.at(DECEMBER):
            rotated()
    finally:
        connections.close_all()


def test_two_who_erase_at_once_get_one_certificate(
    staff: Cast, threads: ThreadPoolExecutor
) -> None:
    for case in Ring(staff).add(4):
        first, second = threads.map(lambda _, case=case: erased(case, staff), range(2))
        assert first == second
    assert entries().filter(action="erased").count() == 4


def test_the_keys_of_many_cases_in_one_transaction_take_few_locks(staff: Cast) -> None:
    rows = [
        DataKey(case_id=uuid4(), compartment=Compartment.FACTS, epoch=NOVEMBER, wrapped=b"?")
        for _ in range(400)
    ]
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        DataKey.objects.bulk_create(rows)
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
        )
        assert 1 < cursor.fetchone()[0] <= 64
