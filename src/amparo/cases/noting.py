"""Which kinds of rows a file has, noted by the database as the first of each kind is written.

A file is asked for by more than a hundred tables and has rows in few of them. Whoever shows the
whole file looks once at what was ever written, and asks the other tables nothing.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION amparo_noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO cases_writtenkind (id, case_id, kind)
    SELECT gen_random_uuid(), case_id, TG_TABLE_NAME
    FROM (SELECT DISTINCT case_id FROM written) AS w
    WHERE NOT EXISTS (
        SELECT FROM cases_writtenkind k WHERE k.case_id = w.case_id AND k.kind = TG_TABLE_NAME
    );
    RETURN NULL;
END $$
"""
DROP_FUNCTION = "DROP FUNCTION amparo_noted()"

# Two who write the first row of a kind in the same moment note it twice, and neither waits for the
# other. What is there already is read with the wall open to the owner alone, who acts for nobody;
# no table can be altered while one of its constraints waits.
NOTED = """
SET CONSTRAINTS ALL IMMEDIATE;
CREATE TRIGGER noted AFTER INSERT ON {table} REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION amparo_noted();
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cases_writtenkind NO FORCE ROW LEVEL SECURITY;
INSERT INTO cases_writtenkind (id, case_id, kind)
SELECT gen_random_uuid(), case_id, '{table}' FROM (SELECT DISTINCT case_id FROM {table}) AS w;
ALTER TABLE cases_writtenkind FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY
"""


def noted(table: str) -> migrations.RunSQL:
    """Note the first row of each file in `table`, whose wall must be that of the notes (sees)."""
    return migrations.RunSQL(NOTED.format(table=table), f"DROP TRIGGER noted ON {table}")
