from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "support_followup", "support_goal", "support_goalend", "support_inclusion",
    "support_needsassessment", "support_relative", "support_relativeupdate",
    "support_safecontact", "support_servicefeedback", "support_servicestep",
    "support_supportexit", "support_supportplan",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("support", "0002_health_notes"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
