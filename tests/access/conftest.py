import logging
from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker as Blocker

from access import database
from access.crawl import Crawler
from access.world import World, make_world
from amparo.config import embedded


@pytest.fixture(scope="session")
def committed_world(
    cluster: embedded.Cluster, migrated: str, django_db_setup: None, django_db_blocker: Blocker
) -> Iterator[World]:
    """Made once per worker, in a database that only these tests use."""
    with database.copy_of(migrated, cluster):
        with django_db_blocker.unblock(), database.used():
            world = make_world()
        yield world


@pytest.fixture(scope="module")
def world(committed_world: World, django_db_blocker: Blocker) -> Iterator[World]:
    """The tests of a module work in that database; the next module is back in the worker's own."""
    with django_db_blocker.unblock(), database.used():
        yield committed_world


@pytest.fixture(scope="module", autouse=True)
def quiet() -> Iterator[None]:
    """Refusals are what these tests ask for by the thousand; each would log its traceback."""
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield
    logger.disabled = False


@pytest.fixture(scope="module")
def crawler(world: World) -> Crawler:
    return Crawler(world)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of these tests, when they are asked for by themselves: pytest tests/access"""
    tally: dict[str, tuple[int, int]] = {}
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    reports = [each for each in reports if each.nodeid.startswith("tests/access/")]
    for name, (inspected, leaked) in (row for each in reports for row in each.user_properties):
        before = tally.get(name, (0, 0))
        tally[name] = (before[0] + inspected, before[1] + leaked)
    unwrapped, logged = tally.pop("keys", (0, 0))
    if unwrapped:
        terminalreporter.line(f"keys: {unwrapped} unwrapped, {logged} in the log")
    for name, (inspected, leaked) in tally.items():
        terminalreporter.line(f"{name}: {inspected} responses inspected, {leaked} leaks")
