from django.db import migrations

# One lock in 64 for the keys of a case instead of one a case: a restore adds the keys of all cases
# in one transaction, and PostgreSQL keeps room for some thousand locks in all.
LOCK = "hashtext('case keys'), hashtext({0}::text) & 63"
BEFORE = "hashtext('case keys'), hashtext({0}::text)"

DESTROY = """
CREATE OR REPLACE FUNCTION amparo_destroy_keys(erased uuid)
RETURNS TABLE (key uuid, part varchar, month varchar)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({lock});
    RETURN QUERY DELETE FROM vault_datakey WHERE case_id = erased
        RETURNING id, compartment, epoch;
END $$
"""

STAY_ERASED = """
CREATE OR REPLACE FUNCTION amparo_stay_erased() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared({lock});
    IF EXISTS (SELECT 1 FROM vault_certificate WHERE case_id = NEW.case_id) THEN
        RAISE EXCEPTION 'case % was erased: it gets no key', NEW.case_id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$
"""


def both(lock: str) -> list[str]:
    return [
        DESTROY.format(lock=lock.format("erased")),
        STAY_ERASED.format(lock=lock.format("NEW.case_id")),
    ]


class Migration(migrations.Migration):
    dependencies = [("vault", "0004_epochs")]

    operations = [migrations.RunSQL(both(LOCK), both(BEFORE))]
