from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from amparo.vault import tombstones
from amparo.vault.backup import CannotBackUp, back_up
from amparo.vault.owner import as_owner


class Command(BaseCommand):
    help = "Write the data into FOLDER and the wrapped keys into another; never the epoch keys."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--keys-to", type=Path, default=settings.WRAPPED, help="folder of the wrapped keys"
        )

    def handle(self, *, folder: Path, keys_to: Path, **options: Any) -> None:
        try:
            with as_owner():
                tombstones.lay_missing()
            data, keys = back_up(folder, keys_to, say=self.stdout.write)
        except CannotBackUp as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"Data {data}, wrapped keys {keys}. The key folder {settings.KEYS} is in neither:"
            " copy it to a third place."
        )
