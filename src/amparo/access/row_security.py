"""Row-level security as migration operations: the second wall (ADR 7).

The web role owns no table and the tables force security on their owner too, so that each query
sees only rows of cases shared with a unit of whoever the transaction acts for.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION amparo_user() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('amparo.user_id', true), '')::uuid
$$;
CREATE FUNCTION amparo_units() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT unit_id FROM people_membership
    WHERE user_id = amparo_user() AND since <= current_date
      AND (until IS NULL OR until >= current_date)
$$;
CREATE FUNCTION amparo_oversees() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM people_unit
        WHERE id IN (SELECT * FROM amparo_units()) AND 'coordinator' = ANY (mandates)
    )
$$;
CREATE FUNCTION amparo_cases(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT case_id FROM access_grant
    WHERE purpose = wanted AND until IS NULL AND unit_id IN (SELECT * FROM amparo_units())
$$
"""

DROP_FUNCTIONS = """
DROP FUNCTION amparo_cases(text);
DROP FUNCTION amparo_oversees();
DROP FUNCTION amparo_units();
DROP FUNCTION amparo_user()
"""

# The sub-select makes the planner ask once per query, not once per row.
OVERSEES = "(SELECT amparo_oversees())"
MY_UNITS = "(SELECT * FROM amparo_units())"


def shared_cases(column: str = "case_id", purpose: str = "casework") -> str:
    """The condition of a table of cases; both arguments are written in a migration, never sent."""
    return f"{OVERSEES} OR {column} IN (SELECT * FROM amparo_cases('{purpose}'))"  # noqa: S608  see above


def row_security(table: str, using: str) -> migrations.RunSQL:
    """Show and accept only the rows of `table` for which `using` holds."""
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY wall ON {table} USING ({using})",
        f"DROP POLICY wall ON {table};"
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    )
