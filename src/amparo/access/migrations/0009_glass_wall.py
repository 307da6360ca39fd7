"""Both walls know emergencies, frozen accounts, shares with an end, and units apart."""

from django.db import migrations

from amparo.access.row_security import (
    HELD_GRANT,
    KEYS_OPEN,
    KEYS_OPEN_NOW,
    LIVE_GRANT,
    new_wall,
    row_security,
)
from amparo.audit.append_only import append_only

NOW = """
CREATE FUNCTION amparo_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        nullif(current_setting('amparo.now', true), '')::timestamptz, statement_timestamp())
$$
"""
# Neither reads a table with row security whose policy would ask them again.
LOCKED = """
CREATE FUNCTION amparo_locked() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (SELECT 1 FROM people_user WHERE id = amparo_user() AND is_active)
        OR EXISTS (
            SELECT 1 FROM access_freeze f WHERE f.user_id = amparo_user()
              AND NOT EXISTS (SELECT 1 FROM access_thaw t WHERE t.freeze_id = f.id))
        OR EXISTS (
            SELECT 1 FROM access_glass g WHERE g.by_id = amparo_user()
              AND g.at <= amparo_now() - interval '72 hours'
              AND NOT EXISTS (SELECT 1 FROM access_glassreview r WHERE r.glass_id = g.id))
$$
"""
UNITS = """
CREATE OR REPLACE FUNCTION amparo_units() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT unit_id FROM people_membership
    WHERE user_id = amparo_user() AND since <= current_date
      AND (until IS NULL OR until >= current_date)
      AND NOT (SELECT amparo_locked())
$$
"""
UNITS_BEFORE = """
CREATE OR REPLACE FUNCTION amparo_units() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT unit_id FROM people_membership
    WHERE user_id = amparo_user() AND since <= current_date
      AND (until IS NULL OR until >= current_date)
$$
"""
READING_UNITS = """
CREATE FUNCTION amparo_reading_units() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT id FROM people_unit
    WHERE id IN (SELECT * FROM amparo_units()) AND mandates::text[] &&
      '{first_responder,case_management,coordinator,competent_authority,service_provider}'
$$
"""
GLASS = """
CREATE FUNCTION amparo_glass() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT g.case_id FROM access_glass g
    WHERE g.by_id = amparo_user() AND g.until > amparo_now()
      AND NOT EXISTS (
          SELECT 1 FROM access_glassreview r
          WHERE r.glass_id = g.id AND r.outcome = 'not_justified')
      AND (SELECT amparo_has_mandate('{first_responder,case_management,competent_authority}'))
$$
"""
CASES = f"""
CREATE OR REPLACE FUNCTION amparo_cases(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT g.case_id FROM access_grant g WHERE g.purpose = wanted AND {HELD_GRANT}
    UNION ALL
    SELECT * FROM amparo_glass()
$$
"""  # noqa: S608  constants of row_security
CASES_BEFORE = f"""
CREATE OR REPLACE FUNCTION amparo_cases(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT g.case_id FROM access_grant g
    WHERE g.purpose = wanted AND g.unit_id IN (SELECT * FROM amparo_units()) AND {LIVE_GRANT}
$$
"""  # noqa: S608  constants of row_security
# An hour by the database's clock: no process whose own clock is wrong can ask for more.
HOUR = """
CREATE FUNCTION amparo_one_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.at := amparo_now();
    NEW.until := NEW.at + interval '60 minutes';
    RETURN NEW;
END $$;
CREATE TRIGGER one_hour BEFORE INSERT ON access_glass
    FOR EACH ROW EXECUTE FUNCTION amparo_one_hour()
"""
REASON_SEEN = (
    "(SELECT amparo_oversees()) OR (SELECT amparo_has_mandate('{data_protection}')) OR"
    " glass_id IN (SELECT id FROM access_glass WHERE by_id = amparo_user())"
)
GROWING = ("glass", "glassreason", "glassreview", "alert", "freeze", "thaw")


class Migration(migrations.Migration):
    dependencies = [("access", "0008_glass")]

    operations = [
        migrations.RunSQL(NOW, "DROP FUNCTION amparo_now()"),
        migrations.RunSQL(LOCKED, "DROP FUNCTION amparo_locked()"),
        migrations.RunSQL(UNITS, UNITS_BEFORE),
        migrations.RunSQL(READING_UNITS, "DROP FUNCTION amparo_reading_units()"),
        migrations.RunSQL(GLASS, "DROP FUNCTION amparo_glass()"),
        migrations.RunSQL(CASES, CASES_BEFORE),
        new_wall("vault_datakey", KEYS_OPEN_NOW, KEYS_OPEN),
        migrations.RunSQL(
            HOUR, "DROP TRIGGER one_hour ON access_glass; DROP FUNCTION amparo_one_hour()"
        ),
        row_security("access_glassreason", REASON_SEEN),
        *(append_only(f"access_{name}") for name in GROWING),
    ]
