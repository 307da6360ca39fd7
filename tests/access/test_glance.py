"""A page of a whole file asks only for what was ever written in it, and shows the same."""

import re
from collections.abc import Iterator
from copy import copy

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.crawl import Crawler
from access.database import NAME
from access.world import World
from amparo.access.acting import acting_as
from amparo.access.standing import standing_of
from amparo.cases.glance import glanced
from amparo.cases.models import Case, OfCase, WrittenKind
from amparo.cases.noting import noted
from amparo.cases.timeline import timeline
from amparo.cases.todo import tasks
from amparo.config import embedded

NOTES = "cases_writtenkind"
NOTED = sorted(m._meta.db_table for m in apps.get_models() if issubclass(m, OfCase) and m.noted)
FROM = re.compile(
    r'^SELECT .*? FROM "(\w+)"'
)  # the table asked, not what its rows are held against


@pytest.fixture
def owner(world: World, cluster: embedded.Cluster) -> Iterator[psycopg.Connection]:
    """Whatever it changes is undone."""
    with psycopg.connect(cluster.url(embedded.OWNER, NAME)) as connected:
        yield connected
        connected.rollback()


def walls(owner: psycopg.Connection) -> dict[str, str]:
    """The condition of each table, with its own name left out of it."""
    found = owner.execute("SELECT tablename, qual FROM pg_policies WHERE policyname = 'wall'")
    return {table: wall.replace(f"{table}.case_id", "case_id") for table, wall in found}


def test_the_database_notes_every_kind_that_says_so_and_no_other(owner: psycopg.Connection) -> None:
    found = owner.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'noted'")
    assert sorted(row[0] for row in found) == NOTED


def test_whoever_sees_a_row_sees_the_note_of_it(owner: psycopg.Connection) -> None:
    wall = walls(owner)
    assert not [table for table in NOTED if wall[table] != wall[NOTES]]


@pytest.mark.parametrize("table", NOTED)
def test_what_was_there_before_is_noted_when_the_trigger_comes(
    table: str, owner: psycopg.Connection
) -> None:
    owner.execute(f"ALTER TABLE {NOTES} NO FORCE ROW LEVEL SECURITY")
    count = f"SELECT case_id FROM {NOTES} WHERE kind = '{table}' ORDER BY case_id"  # noqa: S608  our own names
    before = owner.execute(count).fetchall()
    owner.execute(f"DROP TRIGGER append_only_row ON {NOTES}")
    owner.execute(f"DROP TRIGGER noted ON {table}")
    owner.execute(f"DELETE FROM {NOTES} WHERE kind = '{table}'")  # noqa: S608  our own names
    for statement in str(noted(table).sql).split(";\n"):
        if not statement.startswith("CREATE TRIGGER"):
            owner.execute(statement)
    owner.execute(f"ALTER TABLE {NOTES} NO FORCE ROW LEVEL SECURITY")
    assert owner.execute(count).fetchall() == before
    assert before, f"The world has no row of {table}"


def test_a_file_looked_at_once_tells_the_same(world: World) -> None:
    for reader in (world.cast.coordinator, world.cast.manager_a):
        standing = standing_of(reader)
        with acting_as(reader):
            for plain in Case.objects.all():
                looked = glanced(copy(plain))
                assert timeline(looked) == timeline(plain)
                assert tasks(looked, standing) == tasks(plain, standing)


def test_a_page_asks_nothing_of_a_table_in_which_nothing_was_written(
    world: World, crawler: Crawler
) -> None:
    with acting_as(world.cast.coordinator):
        pairs = set(WrittenKind.objects.values_list("case__reference", "kind"))
    for reference in {reference for reference, _ in pairs}:
        written = {kind for of, kind in pairs if of == reference}
        with CaptureQueriesContext(connection) as captured:
            page = crawler.browser("coordinator").get(f"/files/{reference}/")
        found = (FROM.match(query["sql"]) for query in captured.captured_queries)
        asked = {question[1] for question in found if question}
        assert page.status_code == 200
        assert NOTES in asked
        assert not asked & (set(NOTED) - written)
