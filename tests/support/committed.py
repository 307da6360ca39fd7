"""A database of its own whose rows are committed: what one connection writes, all others see."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connections
from psycopg import sql

from amparo.config import embedded


@contextmanager
def committed_database(cluster: embedded.Cluster, migrated: str, purpose: str) -> Iterator[str]:
    """Work in a fresh copy of `migrated` and come back; gives its name. The copy goes at the end.

    Access to the database must be unblocked by the caller.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"{purpose}_{worker}_{os.getpid()}"
    before, copy = connections["default"].settings_dict["NAME"], sql.Identifier(name)
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        create = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
        owner = sql.Identifier(embedded.OWNER)
        server.execute(create.format(copy, owner, sql.Identifier(migrated)))
        try:
            _use(name)
            yield name
        finally:
            _use(before)
            server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(copy))


def _use(name: str) -> None:
    for role in ("default", "owner"):
        connections[role].close()
        connections[role].settings_dict["NAME"] = name
