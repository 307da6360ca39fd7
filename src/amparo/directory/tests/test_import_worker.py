"""Long work is done by the worker, in one transaction whose progress others see before its end."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from amparo.config import embedded
from amparo.directory.imports.actions.starting import start, start_undoing
from amparo.directory.imports.actions.working import work
from amparo.directory.imports.models import ImportBatch, State
from amparo.directory.imports.progress import progress
from amparo.directory.imports.tests.files import fresh, looked, row
from amparo.directory.queries import services
from support.cast import Cast, make_cast
from support.committed import committed_database

DONE = "SELECT rows_done FROM directory_importbatch"


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "imports") as name:
        yield name


@pytest.fixture
def people(committed: str) -> Cast:
    return make_cast()


@pytest.fixture
def begun(people: Cast) -> ImportBatch:
    by = people.coordinator
    return start(looked(row(), row(id="8", name_en="B"), by=by), by=by)


def run_worker(cluster: embedded.Cluster, database: str) -> None:
    command = [sys.executable, str(settings.ROOT / "manage.py"), "worker", "--once"]
    told = {"DATABASE_URL": cluster.url(embedded.WEB, database)}
    subprocess.run(command, env={**os.environ, **told}, check=True)  # noqa: S603  our own words


def test_a_worker_writes_what_was_asked_for_and_takes_it_back(
    cluster: embedded.Cluster, committed: str, people: Cast, begun: ImportBatch
) -> None:
    run_worker(cluster, committed)
    done = fresh(begun)
    assert (done.state, done.rows_done, services().count()) == (State.DONE, 2, 2)
    start_undoing(done, by=people.coordinator)
    run_worker(cluster, committed)
    assert (fresh(begun).state, services().count()) == (State.UNDONE, 0)


def test_what_was_asked_for_twice_is_done_once(begun: ImportBatch) -> None:
    work(begun.pk)
    work(begun.pk)
    assert services().count() == 2


def test_how_far_it_is_can_be_seen_before_it_ends(
    cluster: embedded.Cluster, committed: str, begun: ImportBatch
) -> None:
    other = psycopg.connect(cluster.url(embedded.WEB, committed), autocommit=True)
    with other, transaction.atomic(), progress(begun) as tell:
        tell(1)
        assert other.execute(DONE).fetchone() == (1,)


def test_of_two_at_once_the_second_waits_for_another_time(
    cluster: embedded.Cluster, committed: str, begun: ImportBatch
) -> None:
    lock = "SELECT pg_advisory_xact_lock(1635083369, -59)"
    with psycopg.connect(cluster.url(embedded.WEB, committed)) as other:
        other.execute(lock)
        work(begun.pk)
    assert (fresh(begun).state, fresh(begun).message) == (State.FAILED, "write")
    assert not services().exists()
