from django.conf import settings
from django.db import migrations

from amparo.access.row_security import BASIS_FUNCTIONS, FUNCTIONS, KEYS_OPEN, OVERSEES, new_wall

BEFORE = FUNCTIONS.split(";\n")[-1].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
WEB = settings.DATABASES["default"]["USER"]


class Migration(migrations.Migration):
    dependencies = [("access", "0006_basis")]

    operations = [
        # The web role reads what a case may be shared under; only triggers write it.
        migrations.RunSQL(
            f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON access_basis FROM "{WEB}"',
            f'GRANT INSERT, UPDATE, DELETE ON access_basis TO "{WEB}"',
        ),
        # A grant is ended, never rewritten into another one.
        migrations.RunSQL(
            f'REVOKE UPDATE, DELETE ON access_grant FROM "{WEB}";'
            f'GRANT UPDATE (until) ON access_grant TO "{WEB}"',
            f'GRANT UPDATE, DELETE ON access_grant TO "{WEB}"',
        ),
        migrations.RunSQL(
            BASIS_FUNCTIONS,
            f"DROP FUNCTION amparo_close_lapsed(uuid, timestamptz); {BEFORE};"
            "DROP FUNCTION amparo_today()",
        ),
        new_wall(
            "vault_datakey",
            KEYS_OPEN,
            f"{OVERSEES} OR case_id IN (SELECT * FROM amparo_cases("
            "CASE compartment WHEN 'identity' THEN 'identity' ELSE 'casework' END))",
        ),
    ]
