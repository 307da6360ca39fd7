"""The database as it answers: version, role, durability, what it writes down, its clock."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from amparo.config.roles import refuse_unsafe_role
from amparo.methods import clock

OLDEST = 150000  # PostgreSQL 15
DRIFT, FAR = 5, 300  # seconds between this machine's clock and the database's


@dataclass(frozen=True)
class Rule:
    """A setting of the server, what it may be, and what goes wrong otherwise."""

    name: str
    good: tuple[str, ...]
    why: str
    kind: Callable[..., CheckMessage] = Error


RULES = (
    Rule("fsync", ("on",), "what was saved can be lost with the power"),
    Rule("full_page_writes", ("on",), "a page of the database can be torn when the power goes"),
    Rule("synchronous_commit", ("on", "local", "remote_write", "remote_apply"),
         "what was saved a moment ago can be lost"),
    Rule("data_checksums", ("on",), "a disk that returns other bytes is not noticed", Warning),
    Rule("log_statement", ("none", "ddl"), "the server writes statements into its log"),
    Rule("log_min_duration_statement", ("-1",), "the server writes slow statements into its log"),
    Rule("log_parameter_max_length_on_error", ("0",), "its log holds values of failed statements"),
    Rule("log_min_error_statement", ("fatal", "panic"), "its log holds failed statements", Warning),
    Rule("log_error_verbosity", ("terse",), "its log can quote a row", Warning),
)  # fmt: skip


@register(Tags.database)
def database_is_safe(databases: Sequence[str] | None, **_: Any) -> list[CheckMessage]:
    if "default" not in (databases or ()):
        return []
    try:
        return [*_role(), *_version(), *_settings(), *_encrypted(), *_clock()]
    except DatabaseError as error:
        kind = type(error).__name__
        hint = "Is PostgreSQL running, and is DATABASE_URL its address? Then: ./run migrate"
        return [Error(f"The database does not answer as it should: {kind}.", hint, id="amparo.D01")]


def _asked(statement: str) -> Any:  # noqa: ANN401  one value of any type
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def _role() -> Iterator[CheckMessage]:
    try:
        refuse_unsafe_role()
    except ImproperlyConfigured as error:
        yield Error(str(error), "docs/howto/administrator.md, Prepare, 2.", id="amparo.D02")


def _version() -> Iterator[CheckMessage]:
    found = int(_asked("SHOW server_version_num"))
    if found < OLDEST:
        yield Error(f"PostgreSQL {found // 10000} is too old.", "Use 15 or newer.", id="amparo.D03")


def _settings() -> Iterator[CheckMessage]:
    for rule in RULES:
        found = str(_asked(f"SHOW {rule.name}"))
        if found not in rule.good:
            yield rule.kind(
                f"PostgreSQL has {rule.name} = {found}: {rule.why}.",
                f"ALTER SYSTEM SET {rule.name} = '{rule.good[0]}'; SELECT pg_reload_conf();",
                id="amparo.D04",
            )


def _encrypted() -> Iterator[CheckMessage]:
    """Over a network it must be; a socket of this machine needs none."""
    if is_local(settings.DATABASES["default"]["HOST"]):
        return
    if not _asked("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"):
        told = "The way to the database is not encrypted."
        yield Error(told, "Leave sslmode out of DATABASE_URL.", id="amparo.D05")


def is_local(host: str) -> bool:
    return not host or host.startswith("/") or host in ("localhost", "127.0.0.1", "::1")


def _clock() -> Iterator[CheckMessage]:
    there: datetime = _asked("SELECT clock_timestamp()")
    apart = abs((clock.now() - there).total_seconds())
    if apart > DRIFT:
        kind = Error if apart > FAR else Warning
        yield kind(
            f"This machine's clock and the database's are {apart:.0f} seconds apart.",
            "Set both by a time service: sessions, clocks of cases and the log rely on them.",
            id="amparo.D06",
        )
