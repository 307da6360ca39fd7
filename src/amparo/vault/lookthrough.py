"""Looking through one sealed column of many cases, under one audit row that counts the keys.

For finding a name among thousands: models, ids as objects and a cipher per value would cost more
than the decryption. What is found is then opened by itself (vault.actions.open_sealed).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models, transaction

from amparo.audit.actions import Actor, record
from amparo.vault.cipher import CannotOpen, unseal_at
from amparo.vault.fields import SealedField
from amparo.vault.models import OF_EVERY_CASE, Compartment
from amparo.vault.provider import KeysUnavailable, provider

SEARCHED = "searched names"
# Row-level security shows of keys and rows what is open to the acting user, as everywhere.
WITH_KEYS = """
    SELECT uuid_send(k.id), uuid_send(k.case_id), k.epoch, k.wrapped, uuid_send(r.pk), r.stored
    FROM ({rows}) AS r (pk, case_id, stored)
    JOIN vault_datakey k ON k.case_id = r.case_id AND k.compartment = %s
"""
FOR_MANY = ("SET LOCAL enable_nestloop = off", "SET LOCAL jit = off")
AS_BEFORE = ("SET LOCAL enable_nestloop TO DEFAULT", "SET LOCAL jit TO DEFAULT")


@dataclass(frozen=True)
class Looked:
    """Each text with its case's id as bytes; `unread`: how many did not open."""

    texts: list[tuple[bytes, str]]
    unread: int


def look_through(
    rows: models.QuerySet[Any], field: str, *, compartment: Compartment, by: Actor, purpose: str
) -> Looked:
    """Read `field` of every row whose case's key is open to `by`. Raises CannotOpen."""
    column = rows.model._meta.get_field(field)
    if not isinstance(column, SealedField) or compartment not in OF_EVERY_CASE or not purpose:
        raise CannotOpen("To look through a sealed column asks for a column and a purpose.")
    filled = rows.filter(**{f"{field}__isnull": False}).order_by()
    with transaction.atomic():
        looked, keys = _read(_fetch(filled, field, compartment), compartment, column.label)
        record(SEARCHED, by=by, purpose=f"{compartment}: {purpose}", keys=keys)
    return looked


@contextmanager
def _for_many(cursor: Any) -> Iterator[None]:  # noqa: ANN401  psycopg's own
    """The planner cannot count the rows behind row security and would ask each key by itself."""
    for statement in FOR_MANY:
        cursor.execute(statement)
    yield
    for statement in AS_BEFORE:
        cursor.execute(statement)


def _fetch(
    rows: models.QuerySet[Any], field: str, compartment: Compartment
) -> list[tuple[bytes, bytes, str, bytes, bytes, bytes]]:
    inner, parameters = rows.values_list("pk", "case_id", field).query.sql_with_params()
    connection.ensure_connection()
    # In binary, which spares writing and reading every byte as two digits.
    with connection.connection.cursor(binary=True) as cursor, _for_many(cursor):
        cursor.execute(WITH_KEYS.format(rows=inner), [*parameters, compartment.value])
        found = list(cursor.fetchall())
    return found


def _read(
    rows: list[tuple[bytes, bytes, str, bytes, bytes, bytes]], compartment: str, label: str
) -> tuple[Looked, int]:
    """The texts, and how many keys were unwrapped for them."""
    opener = cache(provider().opener)
    part, column = compartment.encode(), label.encode()
    texts, keys, unread = [], 0, 0
    for key, case, epoch, wrapped, row, stored in rows:
        try:
            secret = opener(epoch)(wrapped, key + case + part)
            keys += 1
            texts.append((case, unseal_at(key, secret, row + case + column, stored)))
        except KeysUnavailable:
            raise
        except CannotOpen:
            unread += 1
    return Looked(texts, unread), keys
