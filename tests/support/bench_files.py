"""Many files for a measurement: some are played, the rest are copies of them with other ids."""

import psycopg
from django.conf import settings
from django.test import Client
from psycopg import sql

from amparo.access.acting import acting_as
from amparo.cases.queries import cases_for
from amparo.config import embedded
from amparo.demo.load.houses import load_houses
from amparo.demo.load.people import load_people
from amparo.demo.load.plans import make_plans
from amparo.demo.load.play import play
from amparo.methods import clock
from amparo.people.models import User

PLAYED = 40
# Table, its own id, the other ids that a copy must change with it.
COPIED = (
    ("screening_screening", "id", ("case_id",)),
    ("cases_case", "id", ("screening_id",)),
    ("cases_status", "id", ("case_id",)),
    ("cases_clock", "id", ("case_id",)),
    ("cases_person", "id", ("case_id",)),
    ("cases_account", "id", ("case_id",)),
    ("cases_consent", "id", ("case_id",)),
    ("cases_legalground", "id", ("case_id",)),
    ("cases_measure", "id", ("case_id",)),
    ("access_grant", "id", ("case_id",)),
    ("access_basis", "id", ("case_id",)),
    ("referrals_need", "id", ("case_id",)),
    ("referrals_offer", "id", ("case_id", "need_id")),
    ("referrals_offerstatus", "id", ("case_id", "offer_id")),
)


def multiply(cluster: embedded.Cluster, name: str, files: int) -> None:
    """Play some files, then copy them until there are at least `files`; the log is not copied."""
    houses = load_houses()
    play(make_plans(clock.now())[-PLAYED:], houses, load_people(houses), print)
    with psycopg.connect(cluster.url("postgres", name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        counted = connection.execute("SELECT count(*) FROM cases_case").fetchone()
        played = counted[0] if counted else 0
        for number in range(1, -(-files // played)):
            for table, own, others in COPIED:
                connection.execute(_copy(connection, table, {own, *others}, number))
        connection.execute("ANALYZE")


def _copy(
    connection: psycopg.Connection, table: str, changing: set[str], number: int
) -> sql.Composed:
    columns = [
        row[0]
        for row in connection.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " ORDER BY ordinal_position",
            [table],
        ).fetchall()
    ]
    values = [_value(column, changing, number) for column in columns]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} WHERE {}").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(values),
        sql.Identifier(table),
        _first_generation(table),
    )


def _value(column: str, changing: set[str], number: int) -> sql.Composable:
    name = sql.Identifier(column)
    if column in changing:
        return sql.SQL("md5({}::text || {})::uuid").format(name, sql.Literal(str(number)))
    if column == "reference":
        return sql.SQL("{} || {}").format(name, sql.Literal(f"-{number}"))
    if column == "opened_at":
        return sql.SQL("{} - make_interval(mins => {})").format(name, sql.Literal(number))
    return name


def _first_generation(table: str) -> sql.SQL:
    """Rows that were played, not those copied before: their case has a short reference."""
    played = "(SELECT id FROM cases_case WHERE length(reference) = 12)"
    column = {"cases_case": "id", "screening_screening": "case_id"}.get(table, "case_id")
    return sql.SQL(f"{column} IN {played}")


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
