from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "exchange_origin",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
