"""Reads a folder of resolutions: `./run load_texts FOLDER`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amparo.commitments.actions import load_asks, outlines, store_texts
from amparo.commitments.datafiles import TEXTS
from amparo.commitments.texts import Reading, Unreadable, read_file


class Command(BaseCommand):
    help = "Read the French texts in FOLDER and keep their paragraphs beside what they ask."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", default=TEXTS, metavar="FOLDER")

    def handle(self, *args: object, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        load_asks()
        readings, refused = self._read(folder)
        changed = store_texts(readings.values())
        for reading in readings.values():
            self.stdout.write(_line(reading, reading.key in changed))
        if refused:
            raise CommandError(f"Refused files: {len(refused)}. Nothing of them was kept.")
        if not readings:
            raise CommandError(f"{folder} holds no text.")

    def _read(self, folder: Path) -> tuple[dict[str, Reading], list[Path]]:
        """What the files hold, by document, and the files that were refused."""
        readings: dict[str, Reading] = {}
        refused = []
        for file in sorted(path for path in folder.iterdir() if _is_text(path)):
            try:
                found = {reading.key: reading for reading in read_file(file, outlines())}
                if twice := sorted(found.keys() & readings.keys()):
                    raise Unreadable(f"Another file has given {', '.join(twice)} already.")
                readings |= found
            except (Unreadable, OSError) as reason:
                refused.append(file)
                self.stderr.write(f"{file.name}: refused. {reason}")
        return readings, refused


def _is_text(path: Path) -> bool:
    """Neither hidden nor a note that describes the folder; everything else has to be a text."""
    return path.is_file() and not path.name.startswith(".") and path.stem.upper() != "README"


def _line(reading: Reading, changed: bool) -> str:
    noun = "decisions" if reading.holds_decisions else "operative paragraphs"
    state = "" if changed else ", unchanged"
    return f"{reading.key}: {reading.asking} {noun}{state}"
