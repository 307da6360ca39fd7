"""With the keys of a file goes what its matrix says in clear: which exploitation, when, of a child.

Items, their custody and their sealed originals stay, without a meaning: the chains still hold.
"""

from django.conf import settings
from django.db import migrations

WEB = settings.DATABASES["default"]["USER"]
# Whoever erases a file sees nothing of its evidence: the owner of the tables can, and does this
# one thing for them, and only for a file that has no key left.
MATRIX = ("evidence_finding", "evidence_episode")
KEEPER = "CREATE POLICY keeper ON {0} TO CURRENT_USER USING (true)"
UNTIL_ERASED = """
CREATE FUNCTION amparo_grows_until_erased() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (
        SELECT 1 FROM vault_datakey WHERE case_id = OLD.case_id
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% only grows: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END $$
"""
TRIGGER = """
DROP TRIGGER append_only_row ON {0};
CREATE TRIGGER append_only_row BEFORE UPDATE OR DELETE ON {0}
    FOR EACH ROW EXECUTE FUNCTION {1}()
"""
FORGET = f"""
CREATE FUNCTION amparo_forget_matrix(erased uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM evidence_finding WHERE case_id = erased;
    DELETE FROM evidence_episode WHERE case_id = erased;
END $$;
REVOKE ALL ON FUNCTION amparo_forget_matrix(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION amparo_forget_matrix(uuid) TO "{WEB}"
"""


def _operations(table: str) -> list[migrations.RunSQL]:
    changed, before = "amparo_grows_until_erased", "amparo_refuse_change"
    return [
        migrations.RunSQL(KEEPER.format(table), f"DROP POLICY keeper ON {table}"),
        migrations.RunSQL(TRIGGER.format(table, changed), TRIGGER.format(table, before)),
    ]


class Migration(migrations.Migration):
    dependencies = [("evidence", "0002_wall"), ("vault", "0006_keys_apart")]

    operations = [
        migrations.RunSQL(UNTIL_ERASED, "DROP FUNCTION amparo_grows_until_erased()"),
        *(operation for table in MATRIX for operation in _operations(table)),
        migrations.RunSQL(FORGET, "DROP FUNCTION amparo_forget_matrix(uuid)"),
    ]
