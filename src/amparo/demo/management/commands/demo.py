import sys
from ipaddress import ip_address

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amparo.config import messages, server, static
from amparo.demo.load import clear, is_half_loaded, is_loaded, load


class Command(BaseCommand):
    help = "Prepare the demonstration, load its country once, and serve it on this machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="load, but do not serve")

    def handle(self, **options: object) -> None:
        host, port = str(options["host"]), options["port"]
        if not settings.DEMO:
            raise CommandError("The demonstration runs only with AMPARO_DEMO=1.")
        if not ip_address(host).is_loopback:
            raise CommandError("The demonstration listens on this machine only: use 127.0.0.1.")
        self._prepare()
        if options["prepare_only"]:
            return
        self.stdout.write(
            f"\nOpen  http://{host}:{port}  and choose who to be. Stop with Ctrl-C.\n"
        )
        self.stdout.flush()
        sys.exit(server.run(f"{host}:{port}", workers=1, threads=8))

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        if is_half_loaded():
            clear()
            call_command("migrate", verbosity=0)
        messages.compile_stale()
        static.collect_stale()
        if not is_loaded():
            self.stdout.write("Loading the Republic of Corvane, which does not exist (once) ...")
            self.stdout.flush()
            load(say=self.stdout.write)
