"""A database of its own with committed rows, and keys of its own, for what several roles do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker, Settings

from amparo.config import embedded
from support.cast import Cast, make_cast
from support.committed import committed_database


@pytest.fixture
def own_keys(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"
    return tmp_path / "keys"


@pytest.fixture
def unblocked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def house(
    cluster: embedded.Cluster, migrated: str, unblocked: None, own_keys: Path
) -> Iterator[str]:
    """The name of the database; its keys are in a folder of their own."""
    with committed_database(cluster, migrated, "vault") as name:
        yield name


@pytest.fixture
def staff(house: str) -> Cast:
    return make_cast()
