from django.db import migrations

from amparo.cases.noting import noted

TABLES = (
    "rights_copy", "rights_copyexport", "rights_disagreement", "rights_erasurerefusal",
    "rights_erasurerequest",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("rights", "0009_copyexport_shape"), ("cases", "0028_written_kinds")]

    operations = [noted(table) for table in TABLES]
