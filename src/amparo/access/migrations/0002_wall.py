from django.db import migrations

from amparo.access.row_security import DROP_FUNCTIONS, FUNCTIONS, OVERSEES, row_security


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("vault", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        row_security(
            "vault_datakey",
            f"{OVERSEES} OR case_id IN (SELECT * FROM amparo_cases("
            "CASE compartment WHEN 'identity' THEN 'identity' ELSE 'casework' END))",
        ),
    ]
