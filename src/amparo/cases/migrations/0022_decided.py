from django.db import migrations

# Whichever way a row comes: a decided state rests on a decision that waited to be taken.
DECIDED = """
CREATE FUNCTION amparo_refuse_undecided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM cases_decision d
        WHERE d.case_id = NEW.case_id AND d.result = NEW.state
          AND NOT EXISTS (SELECT 1 FROM cases_decisiontaken t WHERE t.decision_id = d.id)
    ) THEN
        RAISE EXCEPTION 'nothing was decided: % refused', NEW.state USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER undecided BEFORE INSERT ON cases_status FOR EACH ROW
    WHEN (NEW.state IN ('presumed', 'not_presumed', 'confirmed', 'not_confirmed'))
    EXECUTE FUNCTION amparo_refuse_undecided()
"""
FREE = "DROP TRIGGER undecided ON cases_status; DROP FUNCTION amparo_refuse_undecided()"


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0021_notifications'),
    ]

    operations = [migrations.RunSQL(DECIDED, FREE)]
