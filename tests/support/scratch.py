"""A database of its own for a measurement: the demonstration's houses and people, few files."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).parents[2]
os.environ.setdefault("AMPARO_VAR", str(ROOT / "var" / "bench"))
os.environ.setdefault("AMPARO_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amparo.config.settings")

from amparo.config import embedded  # noqa: E402  after the environment is set


@contextmanager
def database(name: str) -> Iterator[embedded.Cluster]:
    """Start the private server, make `name` anew, migrate it, and set Django up on it."""
    cluster = embedded.start(ROOT / "var" / "bench" / "postgres")
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        drop(connection, name)
        create = sql.SQL("CREATE DATABASE {} OWNER {}")
        connection.execute(create.format(sql.Identifier(name), sql.Identifier(embedded.OWNER)))
        os.environ["DATABASE_URL"] = cluster.url(embedded.WEB, name)
        os.environ["DATABASE_OWNER_URL"] = cluster.url(embedded.OWNER, name)
        set_up()
        yield cluster
        from django.db import connections

        connections.close_all()
        drop(connection, name)


def drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(name)))


def set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    gc.freeze()  # as the server does


@contextmanager
def connect(cluster: embedded.Cluster, name: str) -> Iterator[psycopg.Connection]:
    """A bare connection as the web role, prepared statements and all, that nobody acts on yet."""
    with psycopg.connect(cluster.url(embedded.WEB, name), prepare_threshold=3) as connection:
        yield connection
