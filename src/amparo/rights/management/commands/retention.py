from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.actions import record
from amparo.people.queries import active_users
from amparo.rights.actions.retention import propose_due
from amparo.rights.queries import due_now
from amparo.rights.retention import Due


class Command(BaseCommand):
    help = "Print what the country's rules of retention ask for today. Erases nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="who asks; it is written in the log")
        parser.add_argument(
            "--propose", action="store_true", help="propose the erasures to a second person"
        )

    def handle(self, *args: object, email: str, propose: bool, **options: Any) -> None:
        by = active_users().filter(email__iexact=email).first()
        if by is None:
            raise CommandError(f"There is nobody with the address {email}.")
        try:
            with acting_as(by):
                files, drafts = due_now(by)
                record("read the retention list", by=by)
            made = propose_due(by=by) if propose else None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self._say(files, drafts)
        if made is not None:
            self.stdout.write(f"{made} proposals made: a second person decides within 72 hours.")

    def _say(self, files: list[Due], drafts: list[Due]) -> None:
        for each in files:
            self.stdout.write(
                f"{each.reference}  {each.rule.code}: closed {each.since}, due {each.due},"
                f" then {each.rule.then}"
            )
        for each in drafts:
            self.stdout.write(
                f"draft of {each.since}  {each.rule.code}: due {each.due}, then {each.rule.then}"
            )
        counted = Counter(f"{each.rule.code} ({each.rule.then})" for each in (*files, *drafts))
        for rule, count in sorted(counted.items()):
            self.stdout.write(f"{rule}: {count}")
        self.stdout.write(f"{len(files)} files and {len(drafts)} drafts are due. Nothing erased.")
