from argparse import ArgumentParser
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.core.management.base import BaseCommand, CommandError

from amparo.methods import clock
from amparo.vault import escrow
from amparo.vault.sheets import Sheet, fingerprint, split

HEAD = """
==============================================================================
Amparo, recovery of the keys                       sheet {number} of {shares}, {date:%Y-%m-%d}
Holder: ______________________________             recovery key {print}

Any {threshold} of the {shares} sheets together restore the keys; fewer tell nothing. Keep it
sealed, apart from the others. Show it to nobody but at a recovery or a drill.
"""


class Command(BaseCommand):
    help = "Make a recovery key and print one sheet for each holder; nothing is written to disk."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--threshold", type=int, default=3, help="how many sheets restore")
        parser.add_argument("--shares", type=int, default=5, help="how many holders there are")
        parser.add_argument("--anew", action="store_true", help="make earlier sheets worthless")

    def handle(self, *, threshold: int, shares: int, anew: bool, **options: Any) -> None:
        if escrow.public_half() and not anew:
            raise CommandError("There is a recovery key: --anew makes its sheets worthless.")
        private = X25519PrivateKey.generate()
        try:
            sheets = split(private, threshold=threshold, shares=shares)
        except ValueError as error:
            raise CommandError(str(error)) from None
        sealed = escrow.begin(private)
        for number, sheet in enumerate(sheets, 1):
            words = {"number": number, "shares": shares, "threshold": threshold}
            self.stdout.write(
                HEAD.format(**words, date=clock.now(), print=fingerprint(private.public_key()))
            )
            self._print(sheet)
        self.stdout.write(
            f"\n{len(sealed)} keys sealed to it. Give each sheet to its holder now, clear this"
            " screen, and run ./run drill_keys. Nothing of the sheets is kept here."
        )

    def _print(self, sheet: Sheet) -> None:
        """Three columns of numbered words, read downwards."""
        rows = -(-len(sheet.words) // 3)
        numbered = [f"{place:2} {word:<20}" for place, word in enumerate(sheet.words, 1)]
        for row in range(rows):
            self.stdout.write("   " + " ".join(numbered[row::rows]).rstrip())
