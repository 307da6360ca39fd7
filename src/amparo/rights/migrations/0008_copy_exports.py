import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amparo.access.row_security import row_security, sees
from amparo.audit.append_only import append_only

PROOFS = [
    ("mandate", "a mandate signed by the person"),
    ("appointed", "a decision that names them, of a court or an authority"),
    ("request", "a request in writing that the law provides for"),
]


def _to(model: str, related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=model
    )


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0007_kept_wall"),
        ("access", "0014_reading_list"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CopyExport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("recipient", models.CharField(max_length=20)),
                ("proof", models.CharField(choices=PROOFS, max_length=10)),
                ("language", models.CharField(max_length=3)),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("basis", models.UUIDField()),
                ("by", _to(settings.AUTH_USER_MODEL, "+")),
                ("case", _to("cases.case", "%(class)s_set")),
            ],
            options={"abstract": False},
        ),
        row_security("rights_copyexport", sees("rights_copyexport")),
        append_only("rights_copyexport"),
    ]
