"""One row for each thing done or read, in the transaction that does it, chained in its lane."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import Model
from pytest_django import DjangoDbBlocker

from amparo.audit import chain
from amparo.audit.actions import record
from amparo.audit.models import Decision, Entry, Receipt
from amparo.audit.queries import entries, rows_in_chain_order
from amparo.audit.tests.actors import Somebody
from amparo.audit.verify import faults_of_the_log
from amparo.methods import clock

WHO = Somebody(UUID(int=1))
CASE = UUID(int=2)


def test_a_row_outside_a_transaction_is_refused(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with (
        django_db_blocker.unblock(),
        pytest.raises(transaction.TransactionManagementError, match="belongs to a transaction"),
    ):
        record("saw the file", by=WHO)


def test_a_row_says_who_did_what_with_what_and_why(db: None) -> None:
    moment, thing = datetime(2026, 3, 1, 12, tzinfo=UTC), Somebody()
    with clock.at(moment):
        made = record(
            "opened", by=WHO, case=CASE, thing=thing, purpose="safety", decision=Decision.DENY
        )
    row = Entry.objects.get(pk=made.pk)
    assert (row.actor, row.action, row.case_id, row.object_id) == (WHO.pk, "opened", CASE, thing.pk)
    assert (row.at, row.purpose, row.decision) == (moment, "safety", "deny")
    assert str(row) == f"{row.lane}/{row.sequence}"


def holds() -> bool:
    return not faults_of_the_log()


def test_a_writer_stays_in_its_lane(db: None) -> None:
    rows = [record("saw the file", by=Somebody(), case=uuid4()) for _ in range(10)]
    assert len({row.lane for row in rows}) == 1
    assert [row.sequence for row in rows] == list(range(1, 11))
    assert holds()


def test_a_row_that_was_written_is_the_row_that_is_read(db: None) -> None:
    made = record("opened", by=WHO, case=CASE, thing=Somebody(), purpose="identity: safety", keys=1)
    (row,) = rows_in_chain_order()
    assert row == chain.row_of(made) == chain.row_of(Entry.objects.get())


@pytest.mark.parametrize("word", ["a\x1fb", "a\nb", "a\x7fb"])
def test_a_word_that_could_make_two_rows_look_alike_is_refused(word: str, db: None) -> None:
    for action, purpose in ((word, ""), ("opened", word)):
        with pytest.raises(IntegrityError, match="audit_plain_words"), transaction.atomic():
            record(action, by=WHO, purpose=purpose)


def test_a_row_rolled_back_leaves_no_gap(db: None) -> None:
    record("saw the file", by=WHO)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("saw the file", by=WHO)
        raise ZeroDivisionError
    assert record("saw the file", by=WHO).sequence == 2
    assert holds()


def test_two_rows_cannot_stand_in_the_same_place(db: None) -> None:
    first = record("saw the file", by=WHO)
    twin = Entry(lane=first.lane, sequence=first.sequence, at=first.at, actor=WHO.pk, action="x")
    twin.previous = chain.GENESIS
    twin.mac = chain.mac(twin)
    with pytest.raises(Exception, match="audit_no_gap_no_fork"), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.parametrize("model", [Entry, Receipt])
@pytest.mark.asvs("16.4.2")
def test_the_web_role_changes_and_removes_nothing(model: type[Model], db: None) -> None:
    record("saw the file", by=WHO)
    table = model._meta.db_table
    statements = (
        f"UPDATE {table} SET actor = actor",  # noqa: S608  a table's own name
        f"DELETE FROM {table}",  # noqa: S608  a table's own name
        f"TRUNCATE {table}",
    )
    for statement in statements:
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Entry.objects.count() == 1


def test_questions_find_what_they_name(db: None) -> None:
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    for days, action in enumerate(("saw the file", "opened", "opened")):
        with clock.at(moment + timedelta(days=days)):
            record(action, by=WHO, case=CASE)
    record("opened", by=WHO, case=UUID(int=3))
    of_case = entries().of_case(CASE)
    assert (of_case.count(), of_case.openings().count()) == (3, 2)
    assert [row.sequence for row in of_case.newest_first()] == [3, 2, 1]


def test_a_row_says_how_many_keys_were_unwrapped_under_it(db: None) -> None:
    record("opened", by=WHO, keys=3)
    record("made keys", by=WHO)
    assert list(Entry.objects.order_by("id").values_list("keys", flat=True)) == [3, 0]


@pytest.mark.parametrize("decision", Decision)
def test_a_row_says_how_it_was_decided(decision: str, db: None) -> None:
    assert Entry.objects.get(pk=record("opened", by=WHO, decision=decision).pk).decision == decision
