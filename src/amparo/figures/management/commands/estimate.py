"""How many were never seen, from a file of lists: `./run estimate lists.csv`."""

import sys

from django.core.management.base import BaseCommand

from amparo.methods.estimation.__main__ import main


class Command(BaseCommand):
    help = "Estimate from lists that share people how many are on none of them, as JSON."

    def run_from_argv(self, argv: list[str]) -> None:
        """The library's own arguments; it needs no database, and ends with its own code."""
        sys.exit(main(argv[2:]))
