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
from amparo.demo.load.plans import Plan, make_plans
from amparo.demo.load.play import play
from amparo.methods import clock
from amparo.people.models import User

# Of all the plans of six years every so many, and of the newest all: as a country's files are,
# most are closed and some wait.
EVERY, NEWEST = 8, 40
# Table, and the ids that a copy must change: its own and those of the rows it hangs on.
COPIED = (
    ("screening_screening", ("id", "case_id")),
    ("cases_case", ("id", "screening_id")),
    ("cases_status", ("id", "case_id")),
    ("cases_clock", ("id", "case_id")),
    ("cases_person", ("id", "case_id")),
    ("cases_account", ("id", "case_id")),
    ("cases_consent", ("id", "case_id")),
    ("cases_legalground", ("id", "case_id")),
    ("cases_measure", ("id", "case_id")),
    ("cases_decision", ("id", "case_id")),
    ("cases_decisiontaken", ("id", "case_id", "decision_id", "status_id")),
    ("cases_assignment", ("id", "case_id", "before_id")),
    ("cases_carried", ("id", "case_id", "last_id")),
    ("stay_stay", ("id", "case_id")),
    ("stay_staystep", ("id", "case_id", "stay_id")),
    ("stay_returnwish", ("id", "case_id")),
    ("stay_wishend", ("id", "case_id", "wish_id")),
    ("stay_returnrisk", ("id", "case_id", "wish_id")),
    ("stay_assessedanew", ("id", "case_id", "wish_id")),
    ("stay_returndecision", ("id", "case_id", "wish_id")),
    ("stay_travel", ("id", "case_id", "decision_id")),
    ("stay_arrival", ("id", "case_id", "travel_id")),
    ("stay_returnvisit", ("id", "case_id", "arrival_id")),
    ("stay_monitoringend", ("id", "case_id", "arrival_id")),
    ("events_missing", ("id", "case_id")),
    ("events_found", ("id", "case_id", "missing_id")),
    ("events_episode", ("id", "case_id")),
    ("events_episodeanswer", ("id", "case_id", "episode_id")),
    ("events_threat", ("id", "case_id")),
    ("events_threatanswer", ("id", "case_id", "threat_id")),
    ("events_languagechange", ("id", "case_id")),
    ("events_toldanew", ("id", "case_id", "change_id")),
    ("justice_proceeding", ("id", "case_id")),
    ("justice_stage", ("id", "case_id", "proceeding_id")),
    ("justice_droptold", ("id", "case_id", "stage_id")),
    ("justice_hearing", ("id", "case_id", "proceeding_id")),
    ("justice_hearingend", ("id", "case_id", "hearing_id")),
    ("justice_preparation", ("id", "case_id", "hearing_id")),
    ("justice_judgment", ("id", "case_id", "proceeding_id")),
    ("justice_protection", ("id", "case_id")),
    ("justice_protectionend", ("id", "case_id", "protection_id")),
    ("justice_claim", ("id", "case_id", "proceeding_id")),
    ("justice_claimstep", ("id", "case_id", "claim_id")),
    ("justice_allegation", ("id", "case_id")),
    ("justice_plea", ("id", "case_id", "allegation_id")),
    ("justice_pleareply", ("id", "case_id", "plea_id")),
    ("justice_allegationoutcome", ("id", "case_id", "allegation_id")),
    ("links_looked", ("id", "case_id")),
    ("links_merging", ("id", "case_id")),
    ("links_distinct", ("id", "case_id")),
    ("links_link", ("id", "case_id")),
    ("links_linkend", ("id", "case_id", "link_id")),
    ("access_grant", ("id", "case_id")),
    ("access_basis", ("id", "case_id")),
    ("referrals_need", ("id", "case_id")),
    ("referrals_offer", ("id", "case_id", "need_id")),
    ("referrals_offerstatus", ("id", "case_id", "offer_id")),
    ("support_needsassessment", ("id", "case_id")),
    ("support_supportplan", ("id", "case_id")),
    ("support_goal", ("id", "case_id")),
    ("support_goalend", ("id", "case_id", "goal_id")),
    ("support_safecontact", ("id", "case_id")),
    ("support_relative", ("id", "case_id")),
    ("support_relativeupdate", ("id", "case_id", "relative_id")),
    ("support_servicestep", ("id", "case_id", "offer_id")),
    ("support_servicefeedback", ("id", "case_id", "offer_id")),
    ("support_inclusion", ("id", "case_id")),
    ("support_supportexit", ("id", "case_id")),
    ("support_followup", ("id", "case_id")),
    ("exchange_origin", ("id", "case_id")),
    ("exchange_sourcekey", ("id", "case_id", "digest")),
    ("support_healthnote", ("id", "case_id")),
)


def multiply(cluster: embedded.Cluster, name: str, files: int) -> None:
    """Play some files, then copy them until there are at least `files`; the log is not copied."""
    houses = load_houses()
    play(_sample(), houses, load_people(houses), print)
    with psycopg.connect(cluster.url("postgres", name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        counted = connection.execute("SELECT count(*) FROM cases_case").fetchone()
        played = counted[0] if counted else 0
        for table, ids in COPIED:
            connection.execute(_copies(connection, table, ids, -(-files // played) - 1))
        connection.execute("VACUUM ANALYZE")


def _sample() -> list[Plan]:
    plans = make_plans(clock.now())
    return plans[:-NEWEST:EVERY] + plans[-NEWEST:]


def _copies(
    connection: psycopg.Connection, table: str, changing: tuple[str, ...], copies: int
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


def _value(column: str, changing: tuple[str, ...]) -> sql.Composable:
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
