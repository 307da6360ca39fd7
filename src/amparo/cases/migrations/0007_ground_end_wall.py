from django.db import migrations

from amparo.access.row_security import row_security, sees
from amparo.audit.append_only import append_only

# As for a withdrawal (0003): runs as the owner, who alone writes access_basis.
TRIGGER = """
CREATE FUNCTION amparo_ground_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM access_basis WHERE id = NEW.ground_id AND case_id <> NEW.case_id
    ) THEN
        RAISE EXCEPTION 'This ground belongs to another case.' USING ERRCODE = '23514';
    END IF;
    UPDATE access_basis SET ended_at = NEW.at WHERE id = NEW.ground_id AND ended_at IS NULL;
    PERFORM amparo_close_lapsed(NEW.case_id, NEW.at);
    RETURN NULL;
END $$;
CREATE TRIGGER basis AFTER INSERT ON cases_groundend
    FOR EACH ROW EXECUTE FUNCTION amparo_ground_ended()
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_groundend")]

    operations = [
        row_security("cases_groundend", sees("cases_groundend")),
        append_only("cases_groundend"),
        migrations.RunSQL(
            TRIGGER,
            "DROP TRIGGER basis ON cases_groundend; DROP FUNCTION amparo_ground_ended()",
        ),
    ]
