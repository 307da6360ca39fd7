"""Tables that only grow: a migration operation for status rows and the log itself."""

from django.conf import settings
from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION amparo_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END $$
"""

TRIGGERS = """
CREATE TRIGGER append_only_row BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION amparo_refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION amparo_refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM "{web}"
"""


def append_only(table: str) -> migrations.RunSQL:
    """Refuse every change and removal of rows in `table`, to its owner too."""
    web = settings.DATABASES["default"]["USER"]
    return migrations.RunSQL(
        [FUNCTION, TRIGGERS.format(table=table, web=web)],
        f"DROP TRIGGER append_only_row ON {table}; DROP TRIGGER append_only_all ON {table};",
    )
