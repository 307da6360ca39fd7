"""A form sent twice acts once: the mark of a key lives and dies with what was done."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from amparo.audit.actions import once, record
from amparo.audit.models import Receipt
from amparo.audit.queries import entries, is_done
from amparo.audit.tests.actors import Somebody

WHO = Somebody()


def send(key: UUID) -> bool:
    """Act on a form; whether this sending was the one that acted."""
    with once(key, by=WHO) as first:
        if first:
            record("acted", by=WHO)
        return first


def acts() -> int:
    return entries().filter(action="acted").count()


def test_the_first_sending_acts_and_no_later_one(db: None) -> None:
    key = uuid4()
    assert not is_done(key)
    assert [send(key) for _ in range(4)] == [True, False, False, False]
    assert (acts(), is_done(key)) == (1, True)


def test_another_key_is_another_form(db: None) -> None:
    assert [send(uuid4()), send(uuid4())] == [True, True]
    assert acts() == 2


def test_the_key_counts_whoever_sends_it(db: None) -> None:
    key = uuid4()
    assert send(key)
    with once(key, by=Somebody()) as first:
        assert not first


def test_the_mark_is_rolled_back_with_what_the_block_did(db: None) -> None:
    key = uuid4()
    with pytest.raises(ZeroDivisionError), once(key, by=WHO) as first:
        assert first
        record("acted", by=WHO)
        raise ZeroDivisionError
    assert (acts(), is_done(key)) == (0, False)
    assert send(key)


def test_the_mark_is_rolled_back_with_the_transaction_around_it(db: None) -> None:
    key = uuid4()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert send(key)
        raise ZeroDivisionError
    assert send(key)


def test_of_two_sendings_at_once_one_acts(committed: str) -> None:
    keys = [uuid4() for _ in range(8)]
    start = Barrier(2)

    def sender() -> list[bool]:
        try:
            start.wait()
            return [send(key) for key in keys]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.submit(sender), pool.submit(sender)
    answers = list(zip(one.result(), other.result(), strict=True))
    assert all(sorted(pair) == [False, True] for pair in answers)
    assert (acts(), Receipt.objects.count()) == (len(keys), len(keys))


def test_the_second_waits_and_acts_when_the_first_is_rolled_back(committed: str) -> None:
    """It must not be told "done already" by a mark that then never was."""
    key, held = uuid4(), Barrier(2)

    def first() -> None:
        try:
            with once(key, by=WHO):
                held.wait()
                _wait_until_somebody_waits_for_a_lock()
                raise ZeroDivisionError
        finally:
            connection.close()

    def second() -> bool:
        try:
            held.wait()
            return send(key)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        failed, other = pool.submit(first), pool.submit(second)
    assert isinstance(failed.exception(), ZeroDivisionError)
    assert other.result()
    assert acts() == 1


def _wait_until_somebody_waits_for_a_lock() -> None:
    with connection.cursor() as cursor:
        for _ in range(100_000):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
    raise TimeoutError("Nobody waits for the mark of the first.")
