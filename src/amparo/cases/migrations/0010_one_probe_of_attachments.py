from django.db import migrations

from amparo.access.row_security import new_wall, sees, shared_cases

TABLES = ("cases_attachment", "cases_chunk")


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_finding"), ("access", "0014_reading_list")]

    operations = [new_wall(table, sees(table), shared_cases()) for table in TABLES]
