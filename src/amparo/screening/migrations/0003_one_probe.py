from django.db import migrations

from amparo.access.row_security import new_wall, sees, shared_cases


class Migration(migrations.Migration):
    dependencies = [("screening", "0002_wall"), ("access", "0014_reading_list")]

    operations = [
        new_wall("screening_screening", sees("screening_screening"), shared_cases()),
    ]
