from django.db import migrations

from amparo.access.row_security import row_security, shared_cases


class Migration(migrations.Migration):
    dependencies = [("screening", "0001_initial"), ("access", "0002_wall")]

    operations = [row_security("screening_screening", shared_cases())]
