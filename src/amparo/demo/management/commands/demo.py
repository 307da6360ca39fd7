import subprocess
import sys
from ipaddress import ip_address

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amparo.config import messages, server, static
from amparo.demo.load import Country, clear, is_half_loaded, is_loaded


class Command(BaseCommand):
    help = "Prepare the demonstration, load its country once, and serve it on this machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="load, but do not serve")

    def handle(self, *, host: str, port: int, prepare_only: bool, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration runs only with AMPARO_DEMO=1.")
        if not ip_address(host).is_loopback:
            raise CommandError("The demonstration listens on this machine only: use 127.0.0.1.")
        country = self._prepare()
        if prepare_only:
            self._play(country)
            return
        child = server.start(f"{host}:{port}", workers=1, threads=8)
        self._say(f"\nOpen  http://{host}:{port}  and choose who to be. Ctrl-C stops it.\n")
        self._play(country, child)
        worker = server.start_worker()  # not before: it signs how the log stands, in real time
        code = server.wait(child)
        worker.communicate()
        sys.exit(code)

    def _prepare(self) -> Country | None:
        """Tables, translations, static files; and the country with its people if it is new."""
        call_command("migrate", verbosity=0)
        if is_half_loaded():
            clear()
            call_command("migrate", verbosity=0)
        messages.compile_stale()
        static.collect_stale()
        if is_loaded():
            return None
        self._say("Making the Republic of Corvane, which does not exist (once) ...")
        return Country.found()

    def _play(self, country: Country | None, child: subprocess.Popen[bytes] | None = None) -> None:
        """Fill six years with files while the pages are served already."""
        if country is None:
            return
        try:
            country.play(say=self._say)
        except KeyboardInterrupt:
            self._say("Stopped before the country was whole: the next start makes it anew.")
            sys.exit(server.wait(child) if child else 1)

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
