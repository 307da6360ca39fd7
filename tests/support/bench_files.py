"""Many files for a measurement: some are played, the rest are copies of them with other ids."""

from collections.abc import Collection

import psycopg
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, Model, UUIDField
from django.test import Client
from psycopg import sql

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.config import embedded
from amparo.demo.load.houses import load_houses
from amparo.demo.load.people import load_people
from amparo.demo.load.plans import Plan, make_plans
from amparo.demo.load.play import play
from amparo.methods import clock
from amparo.people.models import User
from amparo.screening.models import Screening

# Of all the plans of six years every so many, and of the newest all: as a country's files are,
# most are closed and some wait.
EVERY, NEWEST = 8, 40
# Neither the keys nor the log are copied, nor what stands open for one person for a while; the
# copies' names would all be found at once.
LEFT = (
    "vault_", "audit_", "access_glass", "access_proposal", "cases_notice_", "cases_blindindex_",
)  # fmt: skip
Columns = tuple[str, ...]


def multiply(cluster: embedded.Cluster, name: str, files: int) -> None:
    """Play some files, then copy them until there are at least `files`; the log is not copied."""
    houses = load_houses()
    play(_sample(), houses, load_people(houses), print)
    with psycopg.connect(cluster.url("postgres", name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        counted = connection.execute("SELECT count(*) FROM cases_case").fetchone()
        played = counted[0] if counted else 0
        for table, ids in copied().items():
            connection.execute(_copies(connection, table, ids, -(-files // played) - 1))
        connection.execute("VACUUM ANALYZE")


def copied() -> dict[str, Columns]:
    """Each table of a file, with the ids that a copy changes: its own, and those it hangs on."""
    found = {Case, Screening}
    while more := {model for model in apps.get_models() if _hangs_on(model, found)} - found:
        found |= more
    return {model._meta.db_table: _ids(model, found) for model in found}


def _hangs_on(model: type[Model], found: Collection[type[Model]]) -> bool:
    if f"{model._meta.db_table}_".startswith(LEFT):
        return False
    fields = model._meta.concrete_fields
    return any(field.column == "case_id" or field.related_model in found for field in fields)


def _ids(model: type[Model], found: Collection[type[Model]]) -> Columns:
    return tuple(
        str(field.column)
        for field in model._meta.concrete_fields
        if isinstance(field, UUIDField | ForeignKey)
        and (field.unique or field.column == "case_id" or field.related_model in found)
    )


def _sample() -> list[Plan]:
    plans = make_plans(clock.now())
    return plans[:-NEWEST:EVERY] + plans[-NEWEST:]


def _copies(
    connection: psycopg.Connection, table: str, changing: Columns, copies: int
) -> sql.Composed:
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
        " AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    ).fetchall()
    columns = [row[0] for row in rows]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}, generate_series(1, {}) AS n").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(_value(column, changing) for column in columns),
        sql.Identifier(table),
        sql.Literal(copies),
    )


def _value(column: str, changing: Columns) -> sql.Composable:
    name = sql.Identifier(column)
    if column in changing:
        return sql.SQL("md5({}::text || n)::uuid").format(name)
    if column == "reference":
        return sql.SQL("{} || '-' || n").format(name)
    if column == "opened_at":
        return sql.SQL("{} - make_interval(mins => n)").format(name)
    return name


BUREAU = "adele@corvane.example"


def reader(email: str = BUREAU) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(_user(email), backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def newest_reference(email: str = BUREAU) -> str:
    user = _user(email)
    with acting_as(user):
        newest = cases_for(user).newest_first().first()
        assert newest is not None
        return newest.reference


def _user(email: str) -> User:
    return User.objects.get(email=email)
