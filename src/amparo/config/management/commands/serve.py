import os
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amparo.config import doctor, messages, server, static


class Command(BaseCommand):
    help = "Serve in production: the doctor first, then gunicorn behind your proxy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000")
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--threads", type=int, default=8)

    def handle(self, **options: object) -> None:
        if settings.DEMO:
            raise CommandError("AMPARO_DEMO is set: a demonstration is not served in production.")
        if "AMPARO_COUNTRY" not in os.environ:
            raise CommandError("Set AMPARO_COUNTRY to the folder of your country's pack.")
        found = doctor.findings()
        for message in found:
            self.stderr.write(doctor.said(message))
        if any(doctor.stops(message) for message in found):
            raise CommandError("Mend what is marked MEND above, then start again: ./run doctor")
        messages.compile_stale()
        static.collect_stale()
        workers, threads = int(str(options["workers"])), int(str(options["threads"]))
        sys.exit(server.wait(server.start(str(options["bind"]), workers=workers, threads=threads)))
