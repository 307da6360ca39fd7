from django.db import migrations

# Where a writer may add: the lane it asks for if nobody is writing there, else the next free one.
# What it takes it holds until its transaction ends, so that all rows of a transaction go into one
# lane and two writers never wait for each other in a circle. Each statement of a volatile function
# sees what was committed before it: whoever holds the lane sees its true end.
LANE = """
CREATE FUNCTION amparo_audit_lane(
    wanted integer, OUT in_lane integer, OUT number bigint, OUT seal bytea
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    lanes CONSTANT integer := 64;
    audit CONSTANT integer := 1635083369;  -- the letters "audi": no other lock of ours is there
BEGIN
    FOR step IN 0 .. lanes - 1 LOOP
        in_lane := (wanted + step) % lanes;
        EXIT WHEN pg_try_advisory_xact_lock(audit, in_lane);
        in_lane := NULL;
    END LOOP;
    IF in_lane IS NULL THEN
        in_lane := wanted % lanes;
        PERFORM pg_advisory_xact_lock(audit, in_lane);
    END IF;
    SELECT sequence, mac INTO number, seal FROM audit_entry
        WHERE lane = in_lane ORDER BY sequence DESC LIMIT 1;
    IF NOT FOUND THEN
        number := 0;
        seal := decode(repeat('00', 32), 'hex');
    END IF;
END $$
"""
# The separator of the bytes under the MAC: in no word, or two different rows could have one MAC.
PLAIN = """
ALTER TABLE audit_entry ADD CONSTRAINT audit_plain_words
    CHECK (action || purpose || decision !~ '[[:cntrl:]]')
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_keys_and_origin")]

    operations = [
        migrations.RunSQL("DROP FUNCTION amparo_audit_tail(integer)", migrations.RunSQL.noop),
        migrations.RunSQL(LANE, "DROP FUNCTION amparo_audit_lane(integer)"),
        migrations.RunSQL(PLAIN, "ALTER TABLE audit_entry DROP CONSTRAINT audit_plain_words"),
    ]
