"""The units that may read, as a list: asked once per query, not once per row."""

from django.db import migrations

from amparo.access.row_security import KEYS_OPEN_LISTED, KEYS_OPEN_NOW, new_wall

READING_LIST = """
CREATE FUNCTION amparo_reading_list() RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(unit), '{}') FROM amparo_reading_units() AS unit
$$
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0013_grants_of_case")]

    operations = [
        migrations.RunSQL(READING_LIST, "DROP FUNCTION amparo_reading_list()"),
        new_wall("vault_datakey", KEYS_OPEN_LISTED, KEYS_OPEN_NOW),
    ]
