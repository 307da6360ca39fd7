from itertools import groupby

from django.core.management.base import BaseCommand

from amparo.config import asvs


class Command(BaseCommand):
    help = "Which requirements of OWASP ASVS 5.0 are proven by which tests, and which are not."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        asked, marks = asvs.requirements(), asvs.marks()
        by_id = {key: list(found) for key, found in groupby(marks, lambda mark: mark.requirement)}
        for requirement in (each for each in asked if each in by_id):
            self.stdout.write(f"{requirement:7} {asked[requirement]}")
            for mark in by_id[requirement]:
                self.stdout.write(f"        {mark}")
        missing = [requirement for requirement in asked if requirement not in by_id]
        self.stdout.write(f"\nNot proven by a test ({len(missing)}):")
        for requirement in missing:
            self.stdout.write(f"{requirement:7} {asked[requirement]}")
        tests = len({str(mark) for mark in marks})
        proven = len(asked) - len(missing)
        self.stdout.write(f"\n{proven} of {len(asked)} requirements proven by {tests} tests")
