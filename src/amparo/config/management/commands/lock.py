import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

FLAGS = "--quiet --universal --python-version 3.11 --generate-hashes --no-header"
HIDDEN = "--no-emit-index-url --no-emit-find-links"


class Command(BaseCommand):
    help = "Pin what requirements/*.in ask for, with hashes, for every platform."

    def handle(self, **options: object) -> None:
        folder: Path = settings.ROOT / "requirements"
        for wanted in sorted(folder.glob("*.in")):
            self.stdout.write(f"{wanted.name} ...")
            pinned = str(wanted.with_suffix(".txt"))
            command = [sys.executable, "-m", "uv", "pip", "compile", str(wanted), "-o", pinned]
            arguments = [*command, *FLAGS.split(), *HIDDEN.split()]
            subprocess.run(arguments, check=True, cwd=settings.ROOT)  # noqa: S603  our own words
