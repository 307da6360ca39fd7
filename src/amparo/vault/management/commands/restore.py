from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from amparo.vault.backup import DATA, KEYS, CannotBackUp, CannotRestore, newest, restore
from amparo.vault.certificate import NotGenuine


class Command(BaseCommand):
    help = "Fill an empty database from a backup's data and the newest wrapped keys."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("data", type=Path, help="a file, or a folder: then its newest")
        parser.add_argument(
            "--keys-from", type=Path, default=settings.WRAPPED, help="a file or a folder, as above"
        )

    def handle(self, *, data: Path, keys_from: Path, **options: Any) -> None:
        try:
            data = newest(data, DATA) if data.is_dir() else data
            keys = newest(keys_from, KEYS) if keys_from.is_dir() else keys_from
            restore(data, keys, say=self.stdout.write)
        except (CannotRestore, CannotBackUp, NotGenuine, OSError) as error:
            raise CommandError(f"{error} Nothing was restored.") from None
        self.stdout.write(
            "Restored. Next: ./run migrate, ./run rotate_keys, then open a file of each month."
        )
