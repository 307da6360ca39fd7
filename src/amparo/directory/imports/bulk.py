"""Many rows in one statement, sent as one JSON text: the database makes columns of it."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg import sql

Row = Mapping[str, Any]
INSERT = "INSERT INTO {table} ({columns}) SELECT {columns} FROM {sent}"
UPDATE = "UPDATE {table} AS old SET {sets} FROM {sent} AS new WHERE old.id = new.id"
DELETE = "DELETE FROM {table} WHERE {column} = ANY (%s)"
SENT = "jsonb_populate_recordset(NULL::{table}, %s::jsonb)"


def insert(model: type[models.Model], rows: Sequence[Row]) -> None:
    """`rows` have the same keys, which are columns; a column that none names has its default."""
    if rows:
        columns = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
        _run(model, INSERT, rows, columns=columns)


def update(model: type[models.Model], rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Set `columns` of the rows that have these ids."""
    if rows:
        one = sql.SQL("{name} = new.{name}")
        sets = [one.format(name=sql.Identifier(column)) for column in columns]
        _run(model, UPDATE, rows, sets=sql.SQL(", ").join(sets))


def delete(model: type[models.Model], column: str, keys: Collection[UUID]) -> None:
    """The rows that have one of `keys` there. What hangs on them must have gone before."""
    statement = sql.SQL(DELETE).format(
        table=sql.Identifier(model._meta.db_table), column=sql.Identifier(column)
    )
    fixed = statement.as_string()
    with connection.cursor() as cursor:
        cursor.execute(fixed, [list(keys)])


def values(model: type[models.Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """A whole new row: what `row` does not say is as the model has it."""
    return {
        field.attname: row[field.attname] if field.attname in row else field.get_default()
        for field in model._meta.concrete_fields
    }


def _run(
    model: type[models.Model], text: str, rows: Sequence[Row], **parts: sql.Composable
) -> None:
    table = sql.Identifier(model._meta.db_table)
    sent = sql.SQL(SENT).format(table=table)
    statement = sql.SQL(text).format(table=table, sent=sent, **parts)
    fixed = statement.as_string()
    with connection.cursor() as cursor:
        cursor.execute(fixed, [json.dumps(rows, default=str)])
