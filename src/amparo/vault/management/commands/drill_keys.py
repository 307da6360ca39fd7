import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.vault.drills import drill_keys


class Command(BaseCommand):
    help = "Prove on copies that any k sheets restore every key and that k-1 restore none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--threshold", type=int, default=3)
        parser.add_argument("--shares", type=int, default=5)

    def handle(self, *, threshold: int, shares: int, **options: Any) -> None:
        try:
            drill = drill_keys(threshold, shares)
        except ValueError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{drill.keys} keys, {threshold} of {shares} sheets\n"
            f"  sets of {threshold} that restored every key   {drill.restored} of {drill.of}\n"
            f"  sets of {threshold - 1} that restored nothing      {drill.refused}"
            f" of {drill.too_few}"
        )
        if not drill.passed:
            sys.exit("The drill failed.")
