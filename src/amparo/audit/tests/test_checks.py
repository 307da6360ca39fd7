"""What a check of the log leaves behind, and which check is the last."""

from datetime import UTC, datetime, timedelta

import pytest

from amparo.audit.actions import check_the_log, record
from amparo.audit.models import Check
from amparo.audit.queries import entries, last_check
from amparo.audit.tests.actors import Somebody
from amparo.methods import clock

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_a_check_keeps_what_it_found_and_when() -> None:
    for _ in range(3):
        record("saw the file", by=Somebody())
    with clock.at(NOON):
        check = check_the_log()
    stored = Check.objects.get(pk=check.pk)
    assert (stored.at, stored.rows, stored.faults) == (NOON, entries().count(), 0)
    assert stored.lanes == len(set(entries().values_list("lane", flat=True)))
    assert stored.beyond == 3


@pytest.mark.django_db
def test_the_last_check_is_the_latest_by_time_and_then_the_later_written() -> None:
    assert last_check() is None
    with clock.at(NOON):
        first, second = check_the_log(), check_the_log()
    with clock.at(NOON - timedelta(hours=1)):
        check_the_log()
    assert second.pk > first.pk
    assert last_check() == second


@pytest.mark.django_db
def test_no_key_is_unwrapped_where_nothing_was_opened() -> None:
    assert entries().keys_unwrapped() == 0
    record("opened", by=Somebody(), keys=2)
    assert entries().keys_unwrapped() == 2
