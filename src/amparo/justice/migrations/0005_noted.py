from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "justice_allegation", "justice_allegationoutcome", "justice_claim", "justice_claimstep",
    "justice_plea", "justice_pleareply",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("justice", "0004_proceedings"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
