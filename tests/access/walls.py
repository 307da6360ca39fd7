"""Taking one wall down, to see that the other holds alone (security design, 3.3)."""

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db.models import QuerySet
from psycopg import sql

from access.database import NAME
from amparo.access import policy
from amparo.config import embedded

PROTECTED = "SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY relname"


@contextmanager
def first_wall_down() -> Iterator[None]:
    """The policy says yes to everybody, and every scope by standing gives all rows."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in list(imports_of(policy.may, policy.may_on_case)):
            patch.setattr(module, name, _yes)
        for scope, name in list(_scopes()):
            patch.setattr(scope, name, _all)
        yield


@contextmanager
def second_wall_down(cluster: embedded.Cluster, database: str = NAME) -> Iterator[list[str]]:
    """No table has row-level security, committed and so for every connection; gives their names."""
    owner = cluster.url(embedded.OWNER, database)
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("SET lock_timeout = '5s'")
        tables = [row[0] for row in connection.execute(PROTECTED)]
        _switch(connection, tables, "DISABLE")
        try:
            yield tables
        finally:
            _switch(connection, tables, "ENABLE")


def _modules() -> list[Any]:
    return [module for name, module in list(sys.modules.items()) if name.startswith("amparo.")]


def imports_of(*rules: Callable[..., Any]) -> Iterator[tuple[Any, str]]:
    """Wherever a module of ours has taken one of `rules` in under a name."""
    for module in _modules():
        for name, value in vars(module).items():
            if any(value is rule for rule in rules):
                yield module, name


def _scopes() -> Iterator[tuple[type, str]]:
    """Each method of ours that narrows rows by a standing, wherever a room defines one."""
    ours = {
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, QuerySet)
    }
    for scope in ours:
        for name, method in list(vars(scope).items()):
            if inspect.isfunction(method) and _asks_standing(method):
                yield scope, name


def _asks_standing(method: Callable[..., Any]) -> bool:
    return list(inspect.signature(method).parameters) == ["self", "standing"]


def _yes(*_: object) -> bool:
    return True


def _all(rows: QuerySet[Any], standing: policy.Standing) -> QuerySet[Any]:
    return rows.all()


def _switch(connection: psycopg.Connection, tables: list[str], verb: str) -> None:
    change = sql.SQL("ALTER TABLE {} " + verb + " ROW LEVEL SECURITY")
    for table in tables:
        connection.execute(change.format(sql.Identifier(table)))
