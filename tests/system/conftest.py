"""The demonstration as a stranger meets it: a small country, its server, a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from amparo.config import embedded
from system.person import DESK, Person
from system.serving import House, Server, house
from system.watch import Watch
from system.world import make_country, served

HERE = Path(__file__).parent
PATIENCE = 60_000  # milliseconds for a page, on a busy machine
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
NO_BROWSER = "NO BROWSER: install Debian's chromium; the tests of tests/system did not run"

Meet = Callable[..., Person]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests come first and together, so that one worker makes country and browser once."""
    items.sort(key=lambda item: HERE not in item.path.parents)
    here = shutil.which("chromium") is not None or os.environ.get("CI") == "true"
    for item in items:
        if "chromium" not in getattr(item, "fixturenames", ()):
            continue
        item.add_marker(pytest.mark.browser)
        if not here:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [str(report.longrepr) for report in terminalreporter.getreports("skipped")]
    if any(NO_BROWSER in reason for reason in skipped):
        terminalreporter.write_sep("!", NO_BROWSER, red=True, bold=True)


@pytest.fixture(scope="session")
def country(
    cluster: embedded.Cluster, migrated: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("country")
    with house(cluster, migrated, folder, f"demo_{os.getpid()}") as made:
        make_country(made)
        yield made


@pytest.fixture(scope="session")
def server(country: House) -> Iterator[Server]:
    with served(country) as running:
        yield running


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """For this package alone: while Playwright runs, Django refuses the database to this thread."""
    path = shutil.which("chromium")
    if path is None:  # in continuous integration, where nothing may be left out
        pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def meet(chromium: Browser, server: Server) -> Iterator[Meet]:
    """meet("Inès", width=390): somebody with a browser of their own, watched until the end.

    `at`: another server than the usual one.

    The test fails if a request left this host, a script or the browser complained, or a page
    had a barrier to anybody.
    """
    watch = Watch(set())
    contexts = []

    def somebody(name: str, *, width: int = DESK, at: Server = server, **options: Any) -> Person:
        size = ViewportSize(width=width, height=844 if width < DESK else 900)
        watch.hosts.add(urlsplit(at.address).netloc)
        context = chromium.new_context(
            base_url=at.address, viewport=size, **{"locale": "en-GB", **options}
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.over(context)
        scripts = options.get("java_script_enabled", True)
        return Person(context.new_page(), name, watch, looks=scripts)

    yield somebody
    for context in contexts:
        context.close()
    faults = watch.faults()
    assert not faults, "\n".join((*faults, server.log.read_text()))
