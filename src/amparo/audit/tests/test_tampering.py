"""The superuser of the database changes committed rows; the check says where."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from django.db import transaction

from amparo.audit.actions import record
from amparo.audit.chain import Fault
from amparo.audit.models import Entry
from amparo.audit.queries import entries
from amparo.audit.tests.actors import Somebody
from amparo.audit.verify import faults_of_the_log
from amparo.config import embedded

WHO = Somebody(UUID(int=3))
ROWS = 5

Superuser = psycopg.Connection


@pytest.fixture
def superuser(cluster: embedded.Cluster, committed: str) -> Iterator[Superuser]:
    with transaction.atomic():
        for _ in range(ROWS):
            record("opened", by=WHO, purpose="identity: safety")
    url = cluster.url("postgres", committed)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def check() -> list[Fault]:
    return faults_of_the_log()


def without_triggers(superuser: Superuser) -> None:
    superuser.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL")


@pytest.mark.asvs("16.4.2")
def test_even_the_superuser_is_stopped_by_the_triggers_until_they_are_off(
    superuser: Superuser,
) -> None:
    for statement in (
        b"UPDATE audit_entry SET purpose = ''",
        b"DELETE FROM audit_entry",
        b"TRUNCATE audit_entry",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="only grows"):
            superuser.execute(statement)
    assert (check(), Entry.objects.count()) == ([], ROWS)


def test_a_committed_row_that_is_edited_is_named(superuser: Superuser) -> None:
    without_triggers(superuser)
    for number in range(1, ROWS + 1):
        where = [number]
        superuser.execute("UPDATE audit_entry SET actor = gen_random_uuid() WHERE id = %s", where)
    assert [fault.what for fault in check()] == ["this row was changed"] * ROWS


def test_committed_rows_removed_from_the_middle_are_missed(superuser: Superuser) -> None:
    without_triggers(superuser)
    superuser.execute("DELETE FROM audit_entry WHERE sequence IN (2, 3)")
    (fault,) = check()
    assert (fault.sequence, fault.what) == (4, "rows are missing before this one")
    superuser.execute("UPDATE audit_entry SET sequence = sequence - 2 WHERE sequence > 3")
    assert {fault.sequence for fault in check()} == {2, 3}


def test_committed_rows_that_change_places_are_found(superuser: Superuser) -> None:
    without_triggers(superuser)
    for old, new in ((2, 99), (4, 2), (99, 4)):
        superuser.execute("UPDATE audit_entry SET sequence = %s WHERE sequence = %s", [new, old])
    assert {fault.sequence for fault in check()} >= {2, 4}


def test_a_row_the_web_role_writes_without_the_key_is_found(superuser: Superuser) -> None:
    """The web role may insert; without the key file what it inserts does not belong."""
    last = entries().get(sequence=ROWS)
    with transaction.atomic():
        Entry.objects.create(
            lane=last.lane, sequence=last.sequence + 1, at=last.at, actor=last.actor,
            action="opened", previous=last.mac, mac=bytes(32),
        )  # fmt: skip
    assert check() == [Fault(last.lane, ROWS + 1, "this row was changed")]
