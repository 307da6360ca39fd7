from django.db import migrations

from amparo.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("administration", "0001_initial"), ("audit", "0002_append_only")]

    operations = [append_only("administration_rolewanted")]
