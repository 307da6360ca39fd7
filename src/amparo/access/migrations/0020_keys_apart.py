"""Evidence and care are shared apart from the file, and their keys open apart."""

from django.db import migrations

from amparo.access.row_security import KEYS_OPEN_APART, KEYS_OPEN_LISTED, new_wall

UNITS_WITH = """
CREATE FUNCTION amparo_units_with(wanted text[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(id), '{}') FROM people_unit
    WHERE id IN (SELECT * FROM amparo_units()) AND mandates::text[] && wanted
$$
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0019_apart_from_the_file")]

    operations = [
        migrations.RunSQL(UNITS_WITH, "DROP FUNCTION amparo_units_with(text[])"),
        new_wall("vault_datakey", KEYS_OPEN_APART, KEYS_OPEN_LISTED),
    ]
