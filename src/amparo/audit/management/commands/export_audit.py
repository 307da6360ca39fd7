from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from amparo.audit import export


class Command(BaseCommand):
    help = "Write the whole log with its signed heads to a file, to be checked elsewhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        with file.open("xb") as target:
            rows = export.write(target)
        self.stdout.write(f"{rows} rows in {file}")
