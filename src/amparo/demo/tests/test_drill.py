"""Back up, erase, restore: erased stays erased; once the epoch is gone, in every backup too."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg import sql
from pytest_django import DjangoDbBlocker, Settings

from amparo.config import embedded
from amparo.demo import drill
from amparo.demo.drill import Scene, drill_backup

WORKER = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


@pytest.fixture
def scene(
    cluster: embedded.Cluster, migrated: str, unblocked: None, tmp_path: Path
) -> Iterator[Scene]:
    before = {each.alias: dict(each.settings_dict) for each in connections.all()}
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:

        def make(name: str, template: str = migrated) -> None:
            create = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
            server.execute(create.format(*map(sql.Identifier, (name, embedded.OWNER, template))))

        make(drill.RESTORED, "template0")
        yield Scene(cluster, tmp_path, make, lambda _: None)
        for each in connections.all():
            each.close()
            each.settings_dict.update(before[each.alias])
        for name in (drill.LIVE, drill.RESTORED):
            server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers may drill at once on one server."""
    monkeypatch.setattr(drill, "LIVE", f"drill_live_{WORKER}")
    monkeypatch.setattr(drill, "RESTORED", f"drill_restored_{WORKER}")


@pytest.fixture
def unblocked(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, settings: Settings, tmp_path: Path
) -> Iterator[None]:
    settings.KEYS = tmp_path / "keys"
    settings.BACKUP_DATABASE = {}
    with django_db_blocker.unblock():
        yield


@pytest.mark.asvs("14.2.7")
def test_an_erased_file_opens_from_no_backup_and_every_other_still_does(scene: Scene) -> None:
    told = drill_backup(scene, files=3)
    one, others = told.before
    assert one > 0 < others
    assert told.live == (0, others)
    assert told.old_data_current_keys == (0, others)
    # Whoever took both old backups and has the epoch key still reads: until it is destroyed.
    assert told.old_data_old_keys == (one, others)
    assert told.after_destruction == (0, 0)
    assert told.live_after_destruction == (0, others)
    assert told.passed
