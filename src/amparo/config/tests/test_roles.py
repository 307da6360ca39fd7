"""Start-up refuses a database role that row-level security would not bind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from psycopg import sql
from pytest_django import DjangoDbBlocker, Settings

from amparo.config import embedded
from amparo.config.roles import refuse_unsafe_role
from amparo.config.routers import OwnerMigrates

BYPASSING = f"bypassing_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


@contextmanager
def connected_as(role: str) -> Iterator[None]:
    """The web process was given this role by mistake."""
    settings = connections["default"].settings_dict
    before = settings["USER"]
    connections["default"].close()
    settings["USER"] = role
    try:
        yield
    finally:
        connections["default"].close()
        settings["USER"] = before


@pytest.fixture(autouse=True)
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def bypassing(cluster: embedded.Cluster) -> Iterator[str]:
    """A role that owns nothing, is no superuser, and may walk around row-level security."""
    role = sql.Identifier(BYPASSING)
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        server.execute(sql.SQL("CREATE ROLE {} LOGIN BYPASSRLS").format(role))
        yield BYPASSING
        server.execute(sql.SQL("DROP ROLE {}").format(role))


def test_the_web_role_is_accepted() -> None:
    refuse_unsafe_role()
    assert connections["default"].settings_dict["USER"] == embedded.WEB


@pytest.mark.parametrize("role", ["postgres", embedded.OWNER], ids=["superuser", "owner"])
def test_a_superuser_and_the_owner_are_refused(role: str) -> None:
    with connected_as(role), pytest.raises(ImproperlyConfigured, match="Use a role of its own"):
        refuse_unsafe_role()


def test_a_role_that_walks_around_row_security_is_refused(bypassing: str) -> None:
    with connected_as(bypassing), pytest.raises(ImproperlyConfigured, match="BYPASSRLS"):
        refuse_unsafe_role()


def test_the_demonstration_may_start_with_any_role(settings: Settings) -> None:
    settings.DEMO = True
    with connected_as("postgres"):
        refuse_unsafe_role()
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("postgres",)


def test_only_the_owner_makes_and_changes_tables() -> None:
    router = OwnerMigrates()
    assert router.allow_migrate("owner", "cases")
    assert not router.allow_migrate("default", "cases")
