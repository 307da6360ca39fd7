"""A dossier is seen by whoever works on the file, and by whoever investigates: nobody else."""

from django.db import migrations

from amparo.access.row_security import INVESTIGATING, row_security, sees, sees_apart

TABLE = "justice_dossier"
WITH_THE_FILE = sees(TABLE)
INVESTIGATES = sees_apart(TABLE, "evidence", INVESTIGATING)


class Migration(migrations.Migration):
    dependencies = [("justice", "0001_initial"), ("access", "0020_keys_apart")]

    operations = [row_security(TABLE, f"{WITH_THE_FILE} OR {INVESTIGATES}")]
