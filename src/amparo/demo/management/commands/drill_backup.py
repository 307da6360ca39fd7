import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections
from psycopg import sql

from amparo.config import embedded
from amparo.demo.drill import RESTORED, BackupDrill, Scene, drill_backup

FIGURES = """
Texts that open                           of the erased file   of the others
  before                                  {0.before[0]:>18}   {0.before[1]:>13}
  live, after the erasure                 {0.live[0]:>18}   {0.live[1]:>13}
  old data, current keys                  {0.old_data_current_keys[0]:>18}   {0.old_data_current_keys[1]:>13}
  old data, old keys, epoch still there   {0.old_data_old_keys[0]:>18}   {0.old_data_old_keys[1]:>13}
  old data, old keys, epoch destroyed     {0.after_destruction[0]:>18}   {0.after_destruction[1]:>13}
  live, epoch destroyed                   {0.live_after_destruction[0]:>18}   {0.live_after_destruction[1]:>13}
"""  # noqa: E501  a table reads as a table


class Command(BaseCommand):
    help = "Back up, erase, restore and destroy an epoch, on invented files: erased stays erased."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--files", type=int, default=6, help="how many files to invent")

    def handle(self, *, files: int, **options: Any) -> None:
        settings.VAR.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="drill-", dir=settings.VAR) as name:
            folder = Path(name)
            settings.KEYS = folder / "keys"
            cluster = embedded.start(folder / "postgres", durable=False)
            create(cluster, RESTORED)

            def make(database: str) -> None:
                create(cluster, database)
                scene.at(database)
                call_command("migrate", verbosity=0)

            scene = Scene(cluster, folder, make, self.stdout.write)
            drill = drill_backup(scene, files=files)
            connections.close_all()
        self._report(drill)

    def _report(self, drill: BackupDrill) -> None:
        self.stdout.write(FIGURES.format(drill))
        if not drill.passed:
            sys.exit("The drill failed.")
        self.stdout.write("Passed: erased stays erased, and nothing else is lost.")


def create(cluster: embedded.Cluster, name: str) -> None:
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
        parts = sql.Identifier(name), sql.Identifier(embedded.OWNER)
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*parts))
