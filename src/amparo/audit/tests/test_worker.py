"""The worker of the product on a real database: what was put off is done, as the web role."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from procrastinate.contrib.django import app

from amparo.audit import heads
from amparo.audit.actions import record
from amparo.audit.tasks import sign_heads
from amparo.audit.tests.actors import Somebody
from amparo.config import embedded

MINE = """SELECT count(*) FROM procrastinate_jobs WHERE args = '{"timestamp": 0}'"""


@dataclass(frozen=True)
class Place:
    """A database whose rows are committed, and where its heads are signed."""

    cluster: embedded.Cluster
    database: str
    file: Path

    def work(self) -> None:
        """A worker in a process of its own does all that waits, as the web role, and ends."""
        told = {
            "DATABASE_URL": self.cluster.url(embedded.WEB, self.database),
            "AMPARO_AUDIT_HEADS": str(self.file),
        }
        command = [sys.executable, str(settings.ROOT / "manage.py"), "worker", "--once"]
        subprocess.run(command, env={**os.environ, **told}, check=True)  # noqa: S603  our own words


@pytest.fixture
def place(cluster: embedded.Cluster, committed: str, tmp_path: Path) -> Place:
    return Place(cluster, committed, tmp_path / "heads.jsonl")


def put_off() -> None:
    sign_heads.configure(task_kwargs={"timestamp": 0}).defer()


def waiting() -> int:
    """Of those that were put off here; one more may have fallen due with the minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FROM procrastinate_jobs WHERE args = '{"timestamp": 0}'"""
        )
        return int(cursor.fetchone()[0])


def test_the_worker_signs_the_ends_of_the_log(place: Place) -> None:
    with transaction.atomic():
        record("acted", by=Somebody())
    put_off()
    place.work()
    signed = heads.read(heads.lines_of(place.file), heads.public_key())
    assert (len(signed.lanes), signed.faults, waiting()) == (1, [], 0)


def test_what_is_put_off_is_rolled_back_with_the_rest(place: Place) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        put_off()
        raise ZeroDivisionError
    assert waiting() == 0


def test_signing_is_due_each_minute() -> None:
    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons["amparo.audit.tasks.sign_heads"] == "* * * * *"
