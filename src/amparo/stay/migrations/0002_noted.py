from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "stay_arrival", "stay_assessedanew", "stay_monitoringend", "stay_returndecision",
    "stay_returnrisk", "stay_returnvisit", "stay_returnwish", "stay_stay", "stay_staystep",
    "stay_travel", "stay_wishend",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("stay", "0001_stay_and_return"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
