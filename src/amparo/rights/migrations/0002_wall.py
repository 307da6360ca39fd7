from django.db import migrations

from amparo.access.row_security import row_security, shared_cases
from amparo.audit.append_only import append_only

ONCE = ("copy", "disagreement")


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0001_initial"),
        ("cases", "0002_wall"),
        ("audit", "0002_append_only"),
    ]

    operations = [
        *(row_security(f"rights_{name}", shared_cases()) for name in ONCE),
        *(append_only(f"rights_{name}") for name in ONCE),
    ]
