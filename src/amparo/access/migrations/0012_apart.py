"""A place ends at once and by the country's day; and nobody keeps both accounts and files."""

from django.db import migrations

UNITS = """
CREATE OR REPLACE FUNCTION amparo_units() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT unit_id FROM people_membership
    WHERE user_id = amparo_user() AND since <= amparo_today()
      AND (until IS NULL OR until >= amparo_today()) AND ended_at IS NULL
      AND NOT (SELECT amparo_locked())
$$
"""
UNITS_BEFORE = UNITS.replace(" AND ended_at IS NULL", "").replace("amparo_today()", "current_date")
# Security design, 3.1: administrator is not reader. Two accounts, or two persons.
APART = """
CREATE FUNCTION amparo_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.ended_at IS NULL AND EXISTS (
        SELECT 1 FROM people_membership m
        JOIN people_unit there ON there.id = m.unit_id
        JOIN people_unit here ON here.id = NEW.unit_id
        WHERE m.user_id = NEW.user_id AND m.id <> NEW.id AND m.ended_at IS NULL
          AND (m.until IS NULL OR m.until >= current_date)
          AND cardinality(there.mandates) > 0 AND cardinality(here.mandates) > 0
          AND ('administration' = ANY (there.mandates)) <> ('administration' = ANY (here.mandates))
    ) THEN
        RAISE EXCEPTION 'administrators open no file' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER apart BEFORE INSERT OR UPDATE ON people_membership
    FOR EACH ROW EXECUTE FUNCTION amparo_apart();
CREATE FUNCTION amparo_stays_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ('administration' = ANY (OLD.mandates)) <> ('administration' = ANY (NEW.mandates)) THEN
        RAISE EXCEPTION 'a unit keeps accounts from its beginning, or never' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays_apart BEFORE UPDATE ON people_unit
    FOR EACH ROW EXECUTE FUNCTION amparo_stays_apart()
"""
APART_BEFORE = """
DROP TRIGGER stays_apart ON people_unit;
DROP FUNCTION amparo_stays_apart();
DROP TRIGGER apart ON people_membership;
DROP FUNCTION amparo_apart()
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0011_restriction_wall"), ("people", "0004_ended_at")]

    operations = [
        migrations.RunSQL(UNITS, UNITS_BEFORE),
        migrations.RunSQL(APART, APART_BEFORE),
    ]
