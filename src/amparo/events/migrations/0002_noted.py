from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "events_episode", "events_episodeanswer", "events_found", "events_languagechange",
    "events_missing", "events_threat", "events_threatanswer", "events_toldanew",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("events", "0001_events"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
