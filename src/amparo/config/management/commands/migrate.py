from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate

from amparo.config.roles import grant_to_web


class Command(migrate.Command):
    """Django's own, as the owner of the tables."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        grant_to_web()
        super().handle(*args, **options)
