"""Work that has to reach every key runs as the owner of the tables, from a terminal (ADR 24)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections

OWNS = (
    "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE relname = 'vault_datakey'"
)


@contextmanager
def as_owner() -> Iterator[None]:
    """Meanwhile every query of this thread goes as the owner, an audit row too.

    Raises ImproperlyConfigured where the connection is not the owner's.

    The web process never has this connection: DATABASE_OWNER_URL is not among its variables.
    """
    web = connections["default"]
    connections["default"] = connections["owner"]
    try:
        _refuse_another()
        yield
    finally:
        connections["default"] = web


def _refuse_another() -> None:
    """As the web role it would see no key, and take every epoch for empty."""
    with connection.cursor() as cursor:
        cursor.execute(OWNS)
        if cursor.fetchone() != (True,):
            raise ImproperlyConfigured(
                "This needs the owner of the tables: set DATABASE_OWNER_URL for this command."
            )
