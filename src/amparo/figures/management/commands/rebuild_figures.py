from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.access.standing import Refused
from amparo.figures.actions import rebuild
from amparo.people.queries import active_users


class Command(BaseCommand):
    help = "Count every file anew: after a new list of forms, a new key or a restored database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="who of the bureau does it; it is written in the log")

    def handle(self, *args: object, **options: Any) -> None:
        by = active_users().filter(email__iexact=options["email"]).first()
        if by is None:
            raise CommandError(f"There is nobody with the address {options['email']}.")
        try:
            files = rebuild(by=by)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{files} files counted anew.")
