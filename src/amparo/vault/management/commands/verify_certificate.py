from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.vault.certificate import NotGenuine, own_signer, verify

TEXT = """Genuine: signed by {signer}.
  file          {case}
  erased at     {at}, by {by}
  reason        {reason}
  keys          {count} destroyed, of the epochs {epochs}
  No backup opens it after {final_on}."""


class Command(BaseCommand):
    help = "Check a certificate of erasure; it needs no database, with --signer no keys either."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--signer", help="public key in hexadecimal; without it, our own")

    def handle(self, *, file: Path, signer: str | None, **options: Any) -> None:
        try:
            public = bytes.fromhex(signer) if signer else own_signer()
            facts = verify(file.read_bytes(), signer=public)
        except (NotGenuine, ValueError, OSError) as error:
            raise CommandError(f"{file}: {error}") from None
        epochs = ", ".join(sorted({each["epoch"] for each in facts["keys"]}))
        self.stdout.write(TEXT.format(**facts, count=len(facts["keys"]), epochs=epochs))
