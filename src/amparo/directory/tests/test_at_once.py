"""Two workers who call the same houses in the same moment, and two who keep the same day."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from pytest_django import DjangoDbBlocker

from amparo.config import embedded
from amparo.directory.coverage.actions import keep_coverage
from amparo.directory.coverage.models import CoverageDay
from amparo.directory.reminders.actions import remind
from support import files
from support.cast import Cast, make_cast
from support.committed import committed_database

WORKERS = 4


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Cast]:
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "remind"):
        yield make_cast()


def together(do: Callable[[], int]) -> list[int]:
    """What each of several workers gave who began in the same moment."""
    start = Barrier(WORKERS)

    def work(_number: int) -> int:
        start.wait()
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return sorted(pool.map(work, range(WORKERS)))


@pytest.mark.asvs("15.4.2")
def test_of_workers_who_remind_at_once_one_calls(
    committed: Cast, mailoutbox: list[EmailMessage]
) -> None:
    for unit in ("shelter", "second_shelter"):
        files.service(committed, unit, places_updated_at=None)
    assert together(remind) == [0] * (WORKERS - 1) + [2]
    assert len(mailoutbox) == 1


@pytest.mark.asvs("15.4.2")
def test_of_workers_who_keep_a_day_at_once_it_has_one_count(committed: Cast) -> None:
    files.service(committed, region="QV01", languages=["sq"])
    day = date(2026, 11, 23)
    kept = together(lambda: keep_coverage(day))
    assert set(kept) == {CoverageDay.objects.on(day).count()}
