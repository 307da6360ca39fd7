import argparse
import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Run one measurement of bench/, or list them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", help="such as: pages")
        parser.add_argument(
            "arguments", nargs=argparse.REMAINDER, help="what the measurement itself takes"
        )

    def handle(self, *, arguments: list[str], **options: object) -> None:
        folder = settings.ROOT / "bench"
        names = sorted(path.stem for path in folder.glob("*.py"))
        name = options["name"]
        if name is None:
            self.stdout.write("\n".join(names))
            return
        if name not in names:
            raise CommandError(f"There is no measurement {name}: there are {', '.join(names)}.")
        environment = {**os.environ, "PYTHONPATH": f"{settings.ROOT}/src:{settings.ROOT}/tests"}
        # -P: numba imports a package named as one of the measurements.
        command = [sys.executable, "-P", str(folder / f"{name}.py"), *arguments]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603  a file of ours
