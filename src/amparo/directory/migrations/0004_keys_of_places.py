"""The key of where a confidential place is opens to the unit that runs it and to those it told."""

from django.db import migrations

from amparo.access.row_security import (
    KEYS_OPEN_APART,
    KEYS_OPEN_OF_PLACES,
    KNOWN_TO_US,
    new_wall,
    row_security,
)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_profile"),
        ("access", "0020_keys_apart"),
        ("vault", "0007_places"),
    ]

    operations = [
        row_security("directory_whereabouts", KNOWN_TO_US),
        new_wall("vault_datakey", KEYS_OPEN_OF_PLACES, KEYS_OPEN_APART),
    ]
