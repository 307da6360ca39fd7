import sys

from django.core.management.base import BaseCommand, CommandParser

from amparo.config.quality import Tally, run_checks, run_tests


class Command(BaseCommand):
    help = "Everything that continuous integration checks; a room's name narrows it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("rooms", nargs="*", help="such as: cases referrals")

    def handle(self, *, rooms: list[str], **options: object) -> None:
        rooms = [f"src/amparo/{room}" for room in rooms]
        tally = (Tally() if rooms else run_checks()) + run_tests(rooms)
        self.stdout.write(f"\n{tally}")
        sys.exit(tally.failed > 0)
