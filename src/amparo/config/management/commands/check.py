import sys
from typing import Any

from django.core.management.commands import check

from amparo.config.quality import run_checks


class Command(check.Command):
    """Django's own checks; asked for without options, the fast checks of the code as well."""

    def handle(self, *app_labels: Any, **options: Any) -> None:
        super().handle(*app_labels, **options)
        if "check" in sys.argv[1:2] and len(sys.argv) == 2:
            tally = run_checks()
            self.stdout.write(f"\n{tally}")
            sys.exit(tally.failed > 0)
