from django.db import migrations

# The triggers run as the owner of the tables, because nobody else may write access_basis; row
# security binds the owner too, so that they see the case that the acting user sees. Their search
# path is fixed: no table that somebody else makes can stand in for ours.
DEFINER = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

FUNCTIONS = f"""
CREATE FUNCTION amparo_consent_given() RETURNS trigger {DEFINER} AS $$
BEGIN
    PERFORM amparo_close_lapsed(NEW.case_id, NEW.at);
    -- A child's own yes is heard and written down; what it may be shared under is the guardian's.
    IF NEW.given_by = 'guardian' OR EXISTS (
        SELECT 1 FROM cases_case WHERE id = NEW.case_id AND age_status = 'adult'
    ) THEN
        INSERT INTO access_basis (id, case_id, purpose, recipients, since, until)
        VALUES (NEW.id, NEW.case_id, NEW.purpose, NEW.recipients, NEW.at, NEW.until);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION amparo_ground_recorded() RETURNS trigger {DEFINER} AS $$
BEGIN
    PERFORM amparo_close_lapsed(NEW.case_id, NEW.at);
    INSERT INTO access_basis (id, case_id, purpose, recipients, since)
    VALUES (NEW.id, NEW.case_id, NEW.purpose, 'both', NEW.at);
    RETURN NULL;
END $$;
CREATE FUNCTION amparo_consent_withdrawn() RETURNS trigger {DEFINER} AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM access_basis WHERE id = NEW.consent_id AND case_id <> NEW.case_id
    ) THEN
        RAISE EXCEPTION 'This consent belongs to another case.' USING ERRCODE = '23514';
    END IF;
    UPDATE access_basis SET ended_at = NEW.at WHERE id = NEW.consent_id AND ended_at IS NULL;
    PERFORM amparo_close_lapsed(NEW.case_id, NEW.at);
    RETURN NULL;
END $$;
CREATE TRIGGER basis AFTER INSERT ON cases_consent
    FOR EACH ROW EXECUTE FUNCTION amparo_consent_given();
CREATE TRIGGER basis AFTER INSERT ON cases_legalground
    FOR EACH ROW EXECUTE FUNCTION amparo_ground_recorded();
CREATE TRIGGER basis AFTER INSERT ON cases_withdrawal
    FOR EACH ROW EXECUTE FUNCTION amparo_consent_withdrawn();
"""
DROP = """
DROP TRIGGER basis ON cases_consent;
DROP TRIGGER basis ON cases_legalground;
DROP TRIGGER basis ON cases_withdrawal;
DROP FUNCTION amparo_consent_given();
DROP FUNCTION amparo_ground_recorded();
DROP FUNCTION amparo_consent_withdrawn()
"""

# What stood before: a bare migration acts for nobody, so row security is lifted while it looks.
TABLES = ("cases_case", "cases_consent", "cases_withdrawal", "cases_legalground")
LIFT = "".join(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;" for table in TABLES)
FORCE = "".join(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;" for table in TABLES)
STOOD = """
INSERT INTO access_basis (id, case_id, purpose, recipients, since, until, ended_at)
SELECT c.id, c.case_id, c.purpose, c.recipients, c.at, c.until, w.at
FROM cases_consent c JOIN cases_case f ON f.id = c.case_id
LEFT JOIN cases_withdrawal w ON w.consent_id = c.id
WHERE c.given_by = 'guardian' OR f.age_status = 'adult'
UNION ALL
SELECT g.id, g.case_id, g.purpose, 'both', g.at, NULL, NULL FROM cases_legalground g;
UPDATE access_grant g
SET under = CASE WHEN 'service_provider' = ANY (u.mandates)
        THEN 'support' ELSE 'identification' END,
    recipient = CASE WHEN 'service_provider' = ANY (u.mandates)
        THEN 'services' ELSE 'bureau' END
FROM cases_case f, people_unit u
WHERE f.id = g.case_id AND u.id = g.unit_id AND f.unit_id <> g.unit_id;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_wall"), ("access", "0007_basis_wall")]

    operations = [
        migrations.RunSQL(FUNCTIONS, DROP),
        migrations.RunSQL(
            LIFT + STOOD + FORCE,
            "UPDATE access_grant SET under = '', recipient = 'own'; DELETE FROM access_basis",
        ),
    ]
