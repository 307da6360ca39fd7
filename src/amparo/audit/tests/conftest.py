from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from amparo.config import embedded
from support.committed import committed_database


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """The name of a database whose rows are committed, for a second connection to see."""
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "log") as name:
        yield name
