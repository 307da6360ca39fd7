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
    name, settings = f"{purpose}_{worker}_{os.getpid()}", connections["default"].settings_dict
    before, copy = settings["NAME"], sql.Identifier(name)
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        create = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
        owner = sql.Identifier(embedded.OWNER)
        server.execute(create.format(copy, owner, sql.Identifier(migrated)))
        connections["default"].close()
        settings["NAME"] = name
        try:
            yield name
        finally:
            connections["default"].close()
            settings["NAME"] = before
            server.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(copy))
