from django.db import migrations

from amparo.access.row_security import new_wall, sees, shared_cases

ONCE = ("copy", "disagreement", "erasurerequest", "erasurerefusal")


class Migration(migrations.Migration):
    dependencies = [("rights", "0004_erasure_wall"), ("access", "0014_reading_list")]

    operations = [
        new_wall(f"rights_{name}", sees(f"rights_{name}"), shared_cases()) for name in ONCE
    ]
