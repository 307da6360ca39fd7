from django.db import migrations

from amparo.access.row_security import row_security, sees
from amparo.audit.append_only import append_only

TABLES = ("cases_agedecision", "cases_ageappeal", "cases_guardian")

# A file's age follows the newest row that speaks of it, whoever changes it and by whichever path.
# Where none does, a file that began with a signal takes its age from its screening, once.
AGE = """
CREATE FUNCTION amparo_age_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.identification = 'signal' AND OLD.screening_id IS NULL AND NEW.screening_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM cases_agedecision WHERE case_id = NEW.id) THEN
        RETURN NEW;
    END IF;
    IF NEW.age_status IS DISTINCT FROM OLD.age_status AND NOT EXISTS (
        WITH said AS (
            SELECT at, result AS age FROM cases_agedecision WHERE case_id = NEW.id
            UNION ALL SELECT at, 'not_sure' FROM cases_ageappeal WHERE case_id = NEW.id
        )
        SELECT FROM said WHERE age = NEW.age_status AND at >= ALL (SELECT at FROM said)
    ) THEN
        RAISE EXCEPTION 'An age changes by a decision on it.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER age_follows BEFORE UPDATE OF age_status ON cases_case
    FOR EACH ROW EXECUTE FUNCTION amparo_age_follows()
"""
AGE_BEFORE = "DROP TRIGGER age_follows ON cases_case; DROP FUNCTION amparo_age_follows()"

# Guardians that were recorded as measures. Their notes stay where they are sealed. A bare migration
# acts for nobody, so row security is lifted while it looks.
MOVED = """
ALTER TABLE cases_measure NO FORCE ROW LEVEL SECURITY;
INSERT INTO cases_guardian (id, case_id, at, by_id, number, state, office, reason)
SELECT gen_random_uuid(), case_id, at, by_id,
       row_number() OVER (PARTITION BY case_id ORDER BY at, id),
       replace(kind, 'guardian_', ''), '', ''
FROM cases_measure WHERE kind IN ('guardian_requested', 'guardian_appointed');
ALTER TABLE cases_measure FORCE ROW LEVEL SECURITY
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_child_route")]

    operations = [
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        *(row_security(table, sees(table)) for table in TABLES),
        *(append_only(table) for table in TABLES),
        migrations.RunSQL(AGE, AGE_BEFORE),
    ]
