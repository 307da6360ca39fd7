import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amparo.audit import export, verify


class Command(BaseCommand):
    help = "Check the log: the live one, or an export without any database. Exit code 1 on a fault."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="an export; without it the live log")
        parser.add_argument("--heads", type=Path, help="signed heads kept elsewhere")
        parser.add_argument("--key", type=Path, help="audit.key: without it no MAC is checked")
        parser.add_argument("--public", help="the public key you know, in hexadecimal")

    def handle(self, **options: object) -> None:
        start = time.perf_counter()
        report = verify.live() if options["file"] is None else self._exported(options)
        taken = time.perf_counter() - start
        for fault in report.listed:
            self.stdout.write(str(fault))
        self.stdout.write(
            f"{report.lanes} lanes, {report.rows} rows, {report.lines} signed lines,"
            f" {report.faults} faults; {taken:.1f} s"
        )
        until = report.signed_at or "never"
        self.stdout.write(f"Signed until {until}; {report.beyond} rows since then.")
        sys.exit(report.faults > 0)

    def _exported(self, options: dict[str, object]) -> verify.Report:
        path, others, key, public = (options[name] for name in ("file", "heads", "key", "public"))
        if not key:
            self.stdout.write("Without --key: who wrote each row is not checked.")
        try:
            return export.check(
                Path(str(path)),
                others=Path(str(others)) if others else None,
                secret=Path(str(key)).read_bytes() if key else None,
                public=bytes.fromhex(str(public)) if public else None,
            )
        except (export.NotALog, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
