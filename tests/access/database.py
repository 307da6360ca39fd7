"""A database of their own for the tests that need committed rows or take a wall down."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connections
from psycopg import sql

from amparo.config import embedded

NAME = f"access_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


@contextmanager
def copy_of(template: str, cluster: embedded.Cluster, name: str = NAME) -> Iterator[None]:
    """A fresh copy of `template` under `name`, gone at the end."""
    copy, owner = sql.Identifier(name), sql.Identifier(embedded.OWNER)
    create = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        server.execute(create.format(copy, owner, sql.Identifier(template)))
        yield
        server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(copy))


@contextmanager
def used() -> Iterator[None]:
    """Both connections work in NAME inside the block, and where they worked before after it."""
    before = {each.alias: each.settings_dict["NAME"] for each in connections.all()}
    _point_to(dict.fromkeys(before, NAME))
    try:
        yield
    finally:
        _point_to(before)


def _point_to(names: dict[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
