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

# A grant counts while what it hangs on does: the same question as GrantQuerySet.live.
LIVE_BASIS = "b.ended_at IS NULL AND (b.until IS NULL OR b.until >= (SELECT amparo_today()))"
BASED = f"""
    (g.under = '' OR EXISTS (
        SELECT 1 FROM access_basis b
        WHERE b.case_id = g.case_id AND b.purpose = g.under
          AND b.recipients IN (g.recipient, 'both') AND {LIVE_BASIS}
    ))
"""  # noqa: S608  constants of this file
LIVE_GRANT = f"g.until IS NULL AND {BASED}"

BASIS_FUNCTIONS = f"""
CREATE FUNCTION amparo_today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        nullif(current_setting('amparo.day', true), '')::date,
        (now() AT TIME ZONE
            coalesce(nullif(current_setting('amparo.zone', true), ''), 'UTC'))::date)
$$;
CREATE OR REPLACE FUNCTION amparo_cases(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT g.case_id FROM access_grant g
    WHERE g.purpose = wanted AND g.unit_id IN (SELECT * FROM amparo_units()) AND {LIVE_GRANT}
$$;
CREATE FUNCTION amparo_close_lapsed(of_case uuid, moment timestamptz) RETURNS void
LANGUAGE sql AS $$
    UPDATE access_grant g SET until = moment
    WHERE g.case_id = of_case AND g.until IS NULL AND NOT ({LIVE_GRANT})
$$
"""  # noqa: S608  constants of this file

# Behind EXISTS the planner chooses: one probe of an index for one key, one hash for a whole list.
KEYS_OPEN = f"""
    EXISTS (
        SELECT 1 FROM access_grant g
        WHERE g.case_id = vault_datakey.case_id
          AND g.purpose = CASE vault_datakey.compartment
              WHEN 'identity' THEN 'identity' ELSE 'casework' END
          AND g.unit_id IN (SELECT * FROM amparo_units()) AND {LIVE_GRANT}
    ) OR ((SELECT amparo_oversees()) AND EXISTS (
        SELECT 1 FROM access_basis b
        WHERE b.case_id = vault_datakey.case_id AND b.purpose = 'identification'
          AND b.recipients IN ('bureau', 'both') AND {LIVE_BASIS}
    ))
"""  # noqa: S608  constants of this file

# As above, with an end that may lie ahead, of units that may read, and through the glass.
HELD_GRANT = f"""
    g.unit_id IN (SELECT * FROM amparo_reading_units())
    AND (g.until IS NULL OR g.until > (SELECT amparo_now())) AND {BASED}
"""  # noqa: S608  constants of this file
# The same, with the units read once per query into a list.
LISTED_GRANT = f"""
    g.unit_id = ANY ((SELECT amparo_reading_list())::uuid[])
    AND (g.until IS NULL OR g.until > (SELECT amparo_now())) AND {BASED}
"""


def keys_open(grant: str) -> str:
    """The condition of the data keys, by the question that `grant` asks of the row `g`."""
    return f"""
    EXISTS (
        SELECT 1 FROM access_grant g
        WHERE g.case_id = vault_datakey.case_id
          AND g.purpose = CASE vault_datakey.compartment
              WHEN 'identity' THEN 'identity' ELSE 'casework' END
          AND {grant}
    ) OR ((SELECT amparo_oversees()) AND EXISTS (
        SELECT 1 FROM access_basis b
        WHERE b.case_id = vault_datakey.case_id AND b.purpose = 'identification'
          AND b.recipients IN ('bureau', 'both') AND {LIVE_BASIS}
    )) OR case_id IN (SELECT * FROM amparo_glass())
"""  # noqa: S608  constants of this file


KEYS_OPEN_NOW, KEYS_OPEN_LISTED = keys_open(HELD_GRANT), keys_open(LISTED_GRANT)


def held_for(case: str, purpose: str, mandates: tuple[str, ...]) -> str:
    """Whether a unit of whoever acts, with one of these mandates, holds the case for a purpose.

    Neither overseeing nor an emergency opens what is kept apart. All arguments are written in a
    migration, never sent.
    """
    return f"""EXISTS (
        SELECT 1 FROM access_grant g
        WHERE g.case_id = {case} AND g.purpose = '{purpose}'
          AND g.unit_id = ANY ((SELECT amparo_units_with('{{{",".join(mandates)}}}'))::uuid[])
          AND (g.until IS NULL OR g.until > (SELECT amparo_now())) AND {BASED}
    )"""  # noqa: S608  see above


INVESTIGATING = ("law_enforcement", "prosecution")
CARING = ("service_provider", "case_management")
# The keys of the file, of the evidence, and of what one unit notes of somebody's health.
KEYS_OPEN_APART = f"""
    (compartment NOT IN ('evidence', 'clinical') AND ({KEYS_OPEN_LISTED}))
    OR (compartment = 'evidence' AND {held_for("vault_datakey.case_id", "evidence", INVESTIGATING)})
    OR (compartment = 'clinical' AND thing_id IN (SELECT * FROM amparo_units())
        AND {held_for("vault_datakey.case_id", "care", CARING)})"""  # noqa: S608  see above

# Where a confidential place is, and the key of it: to the unit that runs the service, and to those
# it has told. The bureau is not among them, unless it was told.
KNOWN_TO_US = """
    unit_id = ANY ((SELECT array(SELECT amparo_units()))::uuid[])
    OR known_to && (SELECT array(SELECT amparo_units()))::uuid[]"""
KEYS_OPEN_OF_PLACES = f"""
    (compartment <> 'place' AND ({KEYS_OPEN_APART}))
    OR (compartment = 'place' AND EXISTS (
        SELECT 1 FROM directory_whereabouts w
        WHERE w.location_id = vault_datakey.thing_id AND ({KNOWN_TO_US})
    ))"""  # noqa: S608  constants of this file

# The sub-select makes the planner ask once per query, not once per row.
OVERSEES = "(SELECT amparo_oversees())"
MY_UNITS = "(SELECT * FROM amparo_units())"


def shared_cases(column: str = "case_id", purpose: str = "casework") -> str:
    """The condition of a table of cases; both arguments are written in a migration, never sent."""
    return f"{OVERSEES} OR {column} IN (SELECT * FROM amparo_cases('{purpose}'))"  # noqa: S608  see above


def sees(table: str, column: str = "case_id", purpose: str = "casework") -> str:
    """The condition of a table of cases, now: as cheap for one row as the unit's files are many.

    Behind EXISTS the planner chooses: one probe of an index for one row, one hash for a whole list.
    The units are asked once per query. All three arguments are written in a migration, never sent.
    """
    return f"""{OVERSEES} OR EXISTS (
        SELECT 1 FROM access_grant g
        WHERE g.case_id = {table}.{column} AND g.purpose = '{purpose}' AND {LISTED_GRANT}
    ) OR {column} IN (SELECT * FROM amparo_glass())"""  # noqa: S608  see above


def sees_apart(table: str, purpose: str, mandates: tuple[str, ...]) -> str:
    """The condition of a table that is apart from the file."""
    return held_for(f"{table}.case_id", purpose, mandates)


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


def new_wall(table: str, using: str, before: str) -> migrations.RunSQL:
    """Put another condition in the place of `before` on a table that has row security."""
    return migrations.RunSQL(
        f"ALTER POLICY wall ON {table} USING ({using})",
        f"ALTER POLICY wall ON {table} USING ({before})",
    )
