import sys

from django.core.management.base import BaseCommand

from amparo.config import doctor


class Command(BaseCommand):
    help = "Say what is missing or unsafe, each with its cure; exit 1 if it stops the start."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        found = doctor.findings()
        grave = [message for message in found if doctor.stops(message)]
        for message in found:
            self.stdout.write(doctor.said(message))
        self.stdout.write(f"{len(grave)} to mend, {len(found) - len(grave)} to look at")
        sys.exit(bool(grave))
