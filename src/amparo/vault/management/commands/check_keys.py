import sys

from django.conf import settings
from django.core.management.base import BaseCommand

from amparo.vault.conformance import conformance
from amparo.vault.provider import named


class Command(BaseCommand):
    help = "Try the configured key provider: each property it must have, passed or failed."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"{settings.KEY_PROVIDER}\n")
        failed = 0
        for result in conformance(named(settings.KEY_PROVIDER)):
            failed += not result.passed
            mark = "passed" if result.passed else "FAILED"
            self.stdout.write(f"  {mark}  {result.name}{result.why and f' ({result.why})'}")
        self.stdout.write("\nFit to keep keys." if not failed else f"\n{failed} failed.")
        if failed:
            sys.exit(1)
