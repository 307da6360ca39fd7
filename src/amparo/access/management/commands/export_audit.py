from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amparo.access.acting import acting_as
from amparo.access.log_exports.actions import ask_for_all
from amparo.access.log_exports.queries import EXPORT_AUDIT
from amparo.access.policy import Act, may
from amparo.access.standing import Refused, standing_of
from amparo.access.two_persons.queries import released
from amparo.audit import export
from amparo.audit.actions import record
from amparo.people.models import User
from amparo.people.queries import active_users


class Command(BaseCommand):
    help = "Write the whole log with its signed heads to a file, once a second person has agreed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="who asks; it is written in the log")
        parser.add_argument("--reason", help="ask for it: in one sentence, for the second person")
        parser.add_argument("--approved", type=UUID, help="the number that asking gave")
        parser.add_argument("--file", type=Path, help="where to write it, once approved")

    def handle(self, *, email: str, **options: Any) -> None:
        by = active_users().filter(email__iexact=email).first()
        if by is None:
            raise CommandError(f"There is nobody with the address {email}.")
        if options["approved"] and options["file"]:
            self._write(by, options["approved"], options["file"])
        elif options["reason"]:
            self._ask(by, options["reason"])
        else:
            raise CommandError("Give --reason to ask for it, or --approved and --file to write it.")

    def _ask(self, by: User, reason: str) -> None:
        try:
            proposal = ask_for_all(by=by, reason=reason)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"Asked. Once somebody else has agreed, within a day: ./run export_audit {by.email}"
            f" --approved {proposal.pk} --file log.jsonl"
        )

    def _write(self, by: User, number: UUID, file: Path) -> None:
        with acting_as(by):
            allowed = may(standing_of(by), Act.SEE_LOG)
            if not allowed or not released(by, EXPORT_AUDIT).filter(pk=number).exists():
                raise CommandError(f"Nobody has agreed to {number} within the last day.")
        with file.open("xb") as target:
            with acting_as(by):  # committed before the first row: what stops it later hides nothing
                record("exported the log", by=by, purpose="whole")
            with acting_as(by):
                rows = export.write(target)
        self.stdout.write(f"{rows} rows in {file}")
