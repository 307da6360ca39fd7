from django.conf import settings
from django.db import migrations

from amparo.access.restriction.purposes import DROP_FUNCTIONS, FUNCTIONS, keys_stay_shut

WEB = settings.DATABASES["default"]["USER"]


class Migration(migrations.Migration):
    dependencies = [("access", "0010_restriction"), ("vault", "0003_erasure")]

    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(keys_stay_shut(WEB), "DROP POLICY restricted ON vault_datakey"),
    ]
