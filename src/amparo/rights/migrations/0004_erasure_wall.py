from django.db import migrations

from amparo.access.row_security import row_security, shared_cases
from amparo.audit.append_only import append_only

ONCE = ("erasurerequest", "erasurerefusal")


class Migration(migrations.Migration):
    dependencies = [("rights", "0003_erasure"), ("rights", "0002_wall")]

    operations = [
        *(row_security(f"rights_{name}", shared_cases()) for name in ONCE),
        *(append_only(f"rights_{name}") for name in ONCE),
    ]
