"""Evidence is seen by whoever investigates, only grows, and no half of an item can be stored."""

from django.db import migrations

from amparo.access.row_security import INVESTIGATING, row_security, sees_apart
from amparo.audit.append_only import append_only

TABLES = tuple(
    f"evidence_{name}"
    for name in (
        "custody", "episode", "evidenceexport", "finding", "item", "paymenttable", "piece",
    )
)  # fmt: skip

# An item's row is the last one written of it: then all its pieces stand there, and the first
# entry of its custody; from then on no piece is added.
WHOLE = """
CREATE FUNCTION amparo_whole_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM evidence_piece WHERE item_id = NEW.id) <> NEW.pieces_count
        OR NOT EXISTS (SELECT FROM evidence_custody WHERE item_id = NEW.id AND number = 0) THEN
        RAISE EXCEPTION 'half of an item is refused' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER whole_item AFTER INSERT ON evidence_item
    FOR EACH ROW EXECUTE FUNCTION amparo_whole_item();
CREATE FUNCTION amparo_no_later_piece() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM evidence_item WHERE id = NEW.item_id) THEN
        RAISE EXCEPTION 'an original is never added to' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_later_piece BEFORE INSERT ON evidence_piece
    FOR EACH ROW EXECUTE FUNCTION amparo_no_later_piece()
"""
NOT_WHOLE = """
DROP TRIGGER whole_item ON evidence_item;
DROP TRIGGER no_later_piece ON evidence_piece;
DROP FUNCTION amparo_whole_item();
DROP FUNCTION amparo_no_later_piece()
"""

# Each entry names the digest of the one before it, which has to stand there.
FOLLOWS = """
CREATE FUNCTION amparo_custody_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number > 0 AND NOT EXISTS (
        SELECT FROM evidence_custody WHERE item_id = NEW.item_id
            AND number = NEW.number - 1 AND digest = NEW.previous
    ) OR length(NEW.digest) <> 32 OR length(NEW.previous) <> 32 THEN
        RAISE EXCEPTION 'an entry of custody follows another' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER custody_follows BEFORE INSERT ON evidence_custody
    FOR EACH ROW EXECUTE FUNCTION amparo_custody_follows()
"""
FOLLOWS_NOT = """
DROP TRIGGER custody_follows ON evidence_custody;
DROP FUNCTION amparo_custody_follows()
"""
# What is sealed cannot be pressed smaller: the database shall not try.
AS_IT_IS = "ALTER TABLE evidence_piece ALTER COLUMN stored SET STORAGE EXTERNAL"


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial"), ("access", "0020_keys_apart")]

    operations = [
        *(row_security(table, sees_apart(table, "evidence", INVESTIGATING)) for table in TABLES),
        *(append_only(table) for table in TABLES),
        migrations.RunSQL(WHOLE, NOT_WHOLE),
        migrations.RunSQL(FOLLOWS, FOLLOWS_NOT),
        migrations.RunSQL(AS_IT_IS, migrations.RunSQL.noop),
    ]
