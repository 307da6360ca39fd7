from argparse import ArgumentParser
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError

from amparo.access.standing import Refused
from amparo.access.two_persons import propose
from amparo.config.keys import CHANGE_KEYS
from amparo.people.queries import active_users


class Command(BaseCommand):
    help = "Propose new keys before the month ends; a second person agrees on their own screen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="who proposes it; it is written in the log")
        parser.add_argument("reason", help="in one sentence, for the second person")

    def handle(self, *, email: str, reason: str, **options: Any) -> None:
        by = active_users().filter(email__iexact=email).first()
        if by is None:
            raise CommandError(f"There is nobody with the address {email}.")
        try:
            proposal = propose(CHANGE_KEYS, by=by, subject=uuid4(), reason=reason)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"Proposed. Until {proposal.expires_at:%Y-%m-%d %H:%M} UTC it waits for somebody else"
            " of the administration or of data protection. Once approved: ./run rotate_keys"
        )
