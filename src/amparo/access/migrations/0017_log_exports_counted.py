from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0016_log_exports")]

    operations = [
        migrations.AddField(
            model_name="logexport",
            name="rows",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
