"""The two database roles: the owner migrates, the web role works (ADR 1)."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections
from psycopg import sql

UNSAFE = """
    SELECT rolsuper OR rolbypassrls
        OR EXISTS (SELECT 1 FROM pg_tables WHERE tableowner = current_user)
    FROM pg_roles WHERE rolname = current_user
"""

GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {web}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {web}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {web}",
)


def refuse_unsafe_role() -> None:
    """Raise ImproperlyConfigured if the web role could walk around row-level security."""
    with connection.cursor() as cursor:
        cursor.execute(UNSAFE)
        unsafe = cursor.fetchone()[0]
    if unsafe and not settings.DEMO:
        raise ImproperlyConfigured(
            "DATABASE_URL names a superuser, a role with BYPASSRLS or the owner of the tables:"
            " row-level security would not bind it. Use a role of its own for the web process."
        )


def grant_to_web() -> None:
    """Let the web role use every table made from now on; migrations narrow it table by table."""
    web = sql.Identifier(settings.DATABASES["default"]["USER"])
    with connections["owner"].cursor() as cursor:
        for statement in GRANTS:
            cursor.execute(sql.SQL(statement).format(web=web))
