"""What the database itself refuses, whatever the product asks of it."""

from typing import Any, LiteralString

import psycopg
import pytest
from django.apps import apps
from django.db import connection, transaction

from access.database import NAME
from access.world import World
from amparo.access.acting import acting_as
from amparo.cases.models import OfCase
from amparo.config import embedded
from amparo.justice.models import OfDossier
from amparo.people.models import User

# Three tables that name a case stand outside the wall, and hold ids and words from lists only.
OUTSIDE = {
    "access_basis": "the wall itself reads it to know which consents and grounds are live",
    "access_grant": "the wall itself reads it to know what is shared with whom",
    "access_glass": "the wall itself reads it to know what is open in an emergency, who is locked",
    "access_restriction": "the wall itself reads it, for those too who may not see the file",
    "audit_entry": "its readers watch over all files, and it must hold rows that outlive sharing",
}
OF_A_CASE = """
    SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = 'public' AND (
        c.relname = 'cases_case'
        OR EXISTS (SELECT 1 FROM pg_attribute
                   WHERE attrelid = c.oid AND attname = 'case_id' AND NOT attisdropped)
        OR EXISTS (SELECT 1 FROM pg_constraint
                   WHERE conrelid = c.oid AND confrelid = 'cases_case'::regclass))
"""
GROWING = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'append_only_row'"
# What a unit notes of somebody's health: its own people alone see that there is a row.
CLINICAL = "support_healthnote"
CHANGES: dict[str, LiteralString] = {
    "update": "UPDATE {0} SET {1} = {1}",
    "delete": "DELETE FROM {0}",
    "truncate": "TRUNCATE {0} CASCADE",
}


def asked(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def count(table: str) -> int:
    return int(asked(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608  a table's own name


def change(verb: str, table: str) -> str:
    """A change of every row of `table` that would alter nothing, were it allowed."""
    column = next(m for m in apps.get_models() if m._meta.db_table == table)._meta.fields[0].column
    return CHANGES[verb].format(table, column)


def growing() -> list[str]:
    return sorted(row[0] for row in asked(GROWING))


def walled() -> list[str]:
    return sorted(row[0] for row in asked(OF_A_CASE) if row[0] not in OUTSIDE)


def test_every_table_of_a_case_has_forced_row_security(world: World) -> None:
    bare = {row[0] for row in asked(OF_A_CASE) if not row[1]}
    assert bare == set(OUTSIDE), "Give it row_security(…) in a migration 0002_wall.py."


def apart() -> set[str]:
    """Tables of a dossier: only whoever investigates sees their rows."""
    return {m._meta.db_table for m in apps.get_models() if issubclass(m, OfDossier)}


def reader(table: str, world: World) -> User:
    """Somebody who sees rows of it: overseeing all files opens no dossier, nor a health note."""
    if table == CLINICAL:
        return world.cast.second_provider
    return world.cast.investigator if table in apart() else world.cast.coordinator


def counted_by_a_reader(table: str, world: World) -> int:
    with acting_as(reader(table, world)):
        return count(table)


def test_whoever_reads_sees_rows_where_nobody_and_a_stranger_see_none(world: World) -> None:
    seen = {table: counted_by_a_reader(table, world) for table in walled()}
    assert all(seen.values()), f"The world lacks rows to hide: {seen}"
    assert not {table: n for table in walled() if (n := count(table))}
    with acting_as(world.cast.stranger):
        assert not {table: n for table in walled() if (n := count(table))}


def test_a_stranger_changes_no_row_of_a_file(world: World) -> None:
    for table in set(walled()) - set(growing()):
        with acting_as(world.cast.stranger), connection.cursor() as cursor:
            cursor.execute(change("update", table))
            assert cursor.rowcount == 0, table


def test_status_rows_and_the_log_only_grow(world: World) -> None:
    rows = [m for m in apps.get_models() if issubclass(m, OfCase | OfDossier)]
    written_once = {model._meta.db_table for model in rows}
    assert written_once | {"audit_entry", "audit_receipt", "referrals_offerstatus"} <= set(
        growing()
    )


@pytest.mark.parametrize("verb", CHANGES)
def test_the_web_role_changes_no_row_that_was_written_once(verb: str, world: World) -> None:
    for table in growing():
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            asked(change(verb, table))


@pytest.mark.parametrize("verb", CHANGES)
def test_the_owner_changes_no_row_that_was_written_once(
    verb: str, world: World, cluster: embedded.Cluster
) -> None:
    for table in growing():
        with (
            psycopg.connect(cluster.url(embedded.OWNER, NAME)) as owner,
            pytest.raises(psycopg.errors.InsufficientPrivilege, match=f"{table} only grows"),
        ):
            see_as(owner, reader(table, world))
            owner.execute(change(verb, table).encode())


def test_overseeing_all_files_shows_no_row_of_a_dossier(world: World) -> None:
    with acting_as(world.cast.coordinator):
        assert {table for table in {*apart(), CLINICAL} if count(table)} == set()


def see_as(owner: psycopg.Connection, user: User) -> None:
    """Forced row security binds the owner too: without this there is no row to change."""
    owner.execute("SELECT set_config('amparo.user_id', %s, true)", [str(user.pk)])


def test_the_web_role_owns_nothing_and_walks_around_nothing(world: World) -> None:
    role = asked(
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    )
    assert role == [(False, False, False)]
    assert asked("SELECT relname FROM pg_class WHERE relowner = current_user::regrole") == []
    member = f"SELECT pg_has_role(current_user, '{embedded.OWNER}', 'member')"
    assert asked(member) == [(False,)]
