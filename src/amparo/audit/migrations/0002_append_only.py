from django.db import migrations

from amparo.audit.append_only import append_only


# The last row of a lane once no other writer can add to it. Each statement of a volatile function
# sees what was committed before it, so the wait and the look are one call.
TAIL = """
CREATE FUNCTION amparo_audit_tail(wanted integer) RETURNS TABLE (number bigint, seal bytea)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit'), wanted);
    RETURN QUERY SELECT sequence, mac FROM audit_entry
        WHERE lane = wanted ORDER BY sequence DESC LIMIT 1;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        append_only("audit_entry"),
        append_only("audit_receipt"),
        migrations.RunSQL(TAIL, "DROP FUNCTION amparo_audit_tail(integer)"),
    ]
