"""The files that are restricted are asked once per query, not once per key."""

from django.conf import settings
from django.db import migrations

from amparo.access.restriction.purposes import keys_stay_shut, keys_stay_shut_at_once

WEB = settings.DATABASES["default"]["USER"]
DROP = "DROP POLICY restricted ON vault_datakey;"


class Migration(migrations.Migration):
    dependencies = [("access", "0014_reading_list")]

    operations = [
        migrations.RunSQL(DROP + keys_stay_shut_at_once(WEB), DROP + keys_stay_shut(WEB)),
    ]
