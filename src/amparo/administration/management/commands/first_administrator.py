from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.access.standing import Refused
from amparo.administration.actions.first import first_administrator


class Command(BaseCommand):
    help = "Make the account of an administrator, before anybody can do so on a page: at most two."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("given_name")
        parser.add_argument("family_name")

    def handle(self, *args: object, **options: Any) -> None:
        names = {name: options[name] for name in ("email", "given_name", "family_name")}
        try:
            user, token = first_administrator(**names)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"/welcome/{user.pk}/{token}/")
        self.stdout.write("Open this on your server, once, within three days: choose a password.")
