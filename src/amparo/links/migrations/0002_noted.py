from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "links_looked", "links_merging",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("links", "0001_initial"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
