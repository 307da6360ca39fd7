from django.db import migrations

from amparo.access.row_security import row_security, shared_cases
from amparo.audit.append_only import append_only

ONCE = ("status", "account", "consent", "withdrawal", "legalground", "measure")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("access", "0002_wall"),
        ("audit", "0002_append_only"),
    ]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE cases_reference", "DROP SEQUENCE cases_reference"),
        row_security("cases_case", shared_cases("id")),
        row_security("cases_person", shared_cases(purpose="identity")),
        row_security("cases_clock", shared_cases()),
        *(row_security(f"cases_{name}", shared_cases()) for name in ONCE),
        *(append_only(f"cases_{name}") for name in ONCE),
    ]
