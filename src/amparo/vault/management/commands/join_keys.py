from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from amparo.vault import escrow
from amparo.vault.escrow import CannotRecover
from amparo.vault.sheets import Sheet, WrongSheet, join, needed


class Command(BaseCommand):
    help = "Restore the key files from escrow with the holders' sheets, typed in one after another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--escrow", type=Path, help="the folder of sealed keys; without it, that of the keys"
        )

    def handle(self, **options: Any) -> None:
        folder: Path = options["escrow"] or Path(settings.KEYS, escrow.FOLDER)
        if not folder.is_dir():
            raise CommandError(f"{folder} is not there: name the folder of sealed keys, --escrow.")
        try:
            private = join(self._ask_for_all())
            written, kept = escrow.restore(private, folder)
        except (WrongSheet, CannotRecover) as error:
            raise CommandError(str(error)) from None
        if escrow.public_half() is None:
            escrow.begin(private)
        self.stdout.write(
            f"{len(written)} keys restored, {len(kept)} were here already:"
            f" {', '.join(sorted([*written, *kept]))}."
        )

    def _ask_for_all(self) -> list[Sheet]:
        sheets = [self._ask(1)]
        while len(sheets) < needed(sheets[0], 1):
            sheets.append(self._ask(len(sheets) + 1))
        return sheets

    def _ask(self, number: int) -> Sheet:
        """The words of one sheet, asked again as long as they cannot be right."""
        while True:
            sheet = Sheet.typed(input(f"Words of sheet {number}, with spaces between them: "))
            try:
                needed(sheet, number)
            except WrongSheet as error:
                self.stderr.write(str(error))
                continue
            return sheet
