import os
import signal
import sys
import threading

from django.core.management.base import BaseCommand, CommandParser
from procrastinate.contrib.django import app


class Command(BaseCommand):
    help = "Do what is due by itself, such as signing the ends of the log each minute."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--until-eof", action="store_true", help="end when standard input does: with the parent"
        )

        parser.add_argument("--once", action="store_true", help="do what waits now, then end")

    def handle(self, *, until_eof: bool, once: bool, **options: object) -> None:
        if until_eof:
            threading.Thread(target=_end_with_input, daemon=True).start()
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]  # Django's connector has it
            worker.run_worker(wait=not once, delete_jobs="successful")


def _end_with_input() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
