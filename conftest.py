"""One private PostgreSQL for all tests; each worker gets its own copy of a migrated database."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings as Hypothesis
from psycopg import sql
from pytest_django import DjangoDbBlocker as Blocker

ROOT = Path(__file__).parent
SOURCE = ROOT / "src" / "amparo"
os.environ["AMPARO_VAR"] = str(ROOT / "var" / "tests")
os.environ["SECRET_KEY"] = "for the tests alone, never for a server"
os.environ["DJANGO_SETTINGS_MODULE"] = "amparo.config.settings"
os.environ.pop("AMPARO_DEMO", None)

Path(os.environ["AMPARO_VAR"], "static").mkdir(parents=True, exist_ok=True)

import django

pytest.register_assert_rewrite("support.forms")
django.setup()

from django.conf import settings as django_settings
from django.test import Client
from django.urls import get_resolver
from django.utils import translation
from pytest_django import Settings

from amparo.config import embedded
from amparo.people.models import User
from support import canaries
from support.cast import Cast, make_cast

# How long one example takes says something of the machine, nothing of the code.
Hypothesis.register_profile("amparo", deadline=None)
Hypothesis.load_profile("amparo")

# The addresses of the product are read once, before any test pretends to be the demonstration.
get_resolver().url_patterns  # noqa: B018  read for its effect

TEMPLATE_LOCK = 0x616D7061


@pytest.fixture(scope="session")
def cluster() -> embedded.Cluster:
    return embedded.start(ROOT / "var" / "tests" / "postgres", durable=False)


def template_name() -> str:
    """One template per state of the migrations, ours and the libraries', and of what they call."""
    files = [
        *sorted(SOURCE.glob("*/migrations/*.py")),
        SOURCE / "access" / "row_security.py",
        SOURCE / "access" / "restriction" / "purposes.py",
        SOURCE / "audit" / "append_only.py",
        SOURCE / "config" / "roles.py",
        ROOT / "requirements" / "web.txt",
    ]
    apps = " ".join(django_settings.INSTALLED_APPS).encode()
    digest = hashlib.sha256(apps + b"".join(file.read_bytes() for file in files)).hexdigest()
    return f"template_{digest[:16]}"


def copy_database(cluster: embedded.Cluster, template: str, name: str) -> None:
    """Make `name` anew from `template`, which must not be in use."""
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(name))
        )
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(embedded.OWNER), sql.Identifier(template)
            )
        )


@pytest.fixture(scope="session")
def migrated(cluster: embedded.Cluster, django_db_blocker: Blocker) -> str:
    """The name of a database with every table and no row, made once per set of migrations."""
    name = template_name()
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not found.fetchone():
            copy_database(cluster, "template0", f"{name}_new")
            with django_db_blocker.unblock():
                migrate(cluster, f"{name}_new")
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(rename.format(sql.Identifier(f"{name}_new"), sql.Identifier(name)))
    return name


def migrate(cluster: embedded.Cluster, name: str) -> None:
    from django.core.management import call_command
    from django.db import connections

    use_database(cluster, name)
    call_command("migrate", verbosity=0)
    connections.close_all()


def use_database(cluster: embedded.Cluster, name: str) -> None:
    from django.db import connections

    for alias, role in (("default", embedded.WEB), ("owner", embedded.OWNER)):
        connections[alias].close()
        connections[alias].settings_dict.update(
            {"NAME": name, "USER": role, "HOST": cluster.socket_dir}
        )


@pytest.fixture(scope="session")
def django_db_setup(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_blocker: Blocker,
    request: pytest.FixtureRequest,
) -> Iterator[None]:
    """Tests work as the web role, which owns no table: row-level security binds them too."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"test_{worker}_{os.getpid()}"
    copy_database(cluster, migrated, name)
    with django_db_blocker.unblock():
        use_database(cluster, name)
    yield
    from django.db import connections

    with django_db_blocker.unblock():
        connections.close_all()
    if request.config.getoption("--canaries"):
        return  # what the tests left in their databases is searched before it goes
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def in_english() -> None:
    """A page asked for in French leaves its language behind; every test begins in English."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Tests name static files as they are written; the hashed names belong to a served product."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def client_of(settings: Settings) -> Callable[[User], Client]:
    """A browser of somebody who has signed in, with the second factor behind them."""
    settings.DEMO = True

    def signed_in(user: User) -> Client:
        client = Client(headers={"x-forwarded-proto": "https"})
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return signed_in


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--canaries", help="keep every sealed text in this folder, and the databases")
    parser.addoption("--counts", help="write how many tests passed, failed and were skipped here")


def pytest_configure(config: pytest.Config) -> None:
    if folder := config.getoption("--canaries"):
        canaries.keep(Path(folder))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    path = config.getoption("--counts")
    if path:
        stats = terminalreporter.stats
        counts = {
            "passed": len(stats.get("passed", [])),
            "failed": len(stats.get("failed", [])) + len(stats.get("error", [])),
            "skipped": len(stats.get("skipped", [])),
        }
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(json.dumps(counts))
