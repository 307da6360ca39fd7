"""Several writers at once: each in a lane of its own, none waits, and every lane holds."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, transaction

from amparo.audit.actions import record
from amparo.audit.chain import LANES
from amparo.audit.models import Entry
from amparo.audit.queries import rows_in_chain_order
from amparo.audit.tests.actors import Somebody
from amparo.audit.verify import faults_of_the_log
from amparo.config import embedded

WHO = Somebody()
HOLD = "SELECT pg_advisory_lock(1635083369, lane) FROM generate_series(0, %s) AS lane"
LET_GO = "SELECT pg_advisory_unlock(1635083369, %s)"


def at_once(writers: int, write: Callable[[int], object]) -> None:
    """Each writer has a thread and a connection of its own."""

    def run(number: int) -> None:
        try:
            write(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        for done in [pool.submit(run, number) for number in range(writers)]:
            done.result()


def holds() -> bool:
    return not faults_of_the_log()


def test_writers_at_once_each_have_a_lane_and_no_row_is_lost(committed: str) -> None:
    writers, each, start = 4, 15, Barrier(4)

    def write(number: int) -> None:
        for _ in range(each):
            with transaction.atomic():
                record("acted", by=WHO)
                if not _:
                    start.wait()  # all are inside a transaction: no two in one lane

    at_once(writers, write)
    assert Counter(row.lane for row in rows_in_chain_order()).total() == writers * each
    assert len({row.lane for row in rows_in_chain_order() if row.sequence == 1}) >= writers
    assert holds()


def test_two_that_touch_the_same_cases_in_opposite_order_do_not_wait_for_each_other(
    committed: str,
) -> None:
    cases, start = [uuid4(), uuid4()], Barrier(2)

    def write(number: int) -> None:
        order = cases if number else cases[::-1]
        with transaction.atomic():
            record("opened", by=WHO, case=order[0])
            start.wait()  # each holds its lane
            record("opened", by=WHO, case=order[1])
            start.wait()  # neither has come to its end

    at_once(2, write)
    assert Entry.objects.count() == 4
    assert holds()


def test_a_transaction_keeps_one_lane_for_all_its_rows(committed: str) -> None:
    with transaction.atomic():
        made = [record("opened", by=Somebody(), case=uuid4()) for _ in range(20)]
    assert len({row.lane for row in made}) == 1


@pytest.fixture
def crowd(cluster: embedded.Cluster, committed: str) -> psycopg.Connection:
    """Somebody writing in every lane."""
    other = psycopg.connect(cluster.url(embedded.WEB, committed), autocommit=True)
    other.execute(HOLD.encode(), [LANES - 1])
    return other


def test_a_writer_takes_the_one_lane_that_is_free(crowd: psycopg.Connection) -> None:
    with crowd:
        crowd.execute(LET_GO.encode(), [LANES // 2])
        with transaction.atomic():
            assert record("acted", by=WHO).lane == LANES // 2


def test_when_every_lane_is_taken_a_writer_waits_until_one_is_free(
    crowd: psycopg.Connection,
) -> None:
    with crowd, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(at_once, 1, lambda number: _write_one())
        _until_somebody_waits(crowd)
        crowd.execute(b"SELECT pg_advisory_unlock_all()")
        waiting.result()
    assert holds()
    assert Entry.objects.count() == 1


def _write_one() -> UUID:
    with transaction.atomic():
        return record("acted", by=WHO).actor


def _until_somebody_waits(other: psycopg.Connection) -> None:
    for _ in range(100_000):
        row = other.execute(b"SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()
        if row and row[0]:
            return
    raise TimeoutError("Nobody waits for a lane.")


def test_what_this_thread_remembers_of_its_lane_is_checked_by_the_database(committed: str) -> None:
    """A transaction that is rolled back leaves a memory of an end that never was."""
    with transaction.atomic():
        record("acted", by=WHO)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("acted", by=WHO)
        record("acted", by=WHO)
        raise ZeroDivisionError
    with transaction.atomic():
        assert record("acted", by=WHO).sequence == 2
    assert holds()
