"""A real server process on a port of its own, to be ended in good order or killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.rows import TupleRow

from access.database import copy_of
from amparo.config import embedded

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a server must answer, on a busy machine


@dataclass(frozen=True)
class House:
    """A database and the folder with its keys, its static files and its log."""

    cluster: embedded.Cluster
    database: str
    folder: Path

    def environment(self) -> dict[str, str]:
        own = {
            "AMPARO_DEMO": "1",
            "AMPARO_VAR": str(self.folder),
            "AMPARO_KEYS": str(self.folder / "keys"),
            "AMPARO_CANARIES": str(self.folder.with_name(f"{self.folder.name}-canaries")),
            "TMPDIR": str(self.temporary),
            "DATABASE_URL": self.cluster.url(embedded.WEB, self.database),
            "DATABASE_OWNER_URL": self.cluster.url(embedded.OWNER, self.database),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
        }
        kept = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
        return {**kept, **own}

    @property
    def temporary(self) -> Path:
        """Where this house's processes put what they write for a moment."""
        folder = self.folder / "tmp"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def runs(self, *command: str) -> str:
        """What a command of manage.py prints; it raises if the command fails."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *command],
            env=self.environment(), check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return done.stdout

    def rows(self, query: str, *values: object) -> list[TupleRow]:
        """What the database holds, asked past both walls."""
        with psycopg.connect(self.url) as connection:
            return connection.execute(query.encode(), values).fetchall()

    def does(self, statement: str) -> None:
        with psycopg.connect(self.url) as connection:
            connection.execute(statement.encode())

    @property
    def url(self) -> str:
        """For the superuser, whom no wall binds."""
        return self.cluster.url("postgres", self.database)


@contextmanager
def house(cluster: embedded.Cluster, template: str, folder: Path, name: str) -> Iterator[House]:
    """A house with its own copy of the database `template`, gone at the end."""
    with copy_of(template, cluster, name):
        yield House(cluster, name, folder)


class Server:
    """`command` serves on the port that is put in the place of PORT."""

    def __init__(self, house: House, command: Sequence[str]) -> None:
        self.house, self.port = house, _free_port()
        self.command = [part.replace("PORT", str(self.port)) for part in command]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, env=self.house.environment(), stdout=log, stderr=log,
                start_new_session=True, cwd=ROOT,
            )  # fmt: skip
        self._wait_for_an_answer(self.process)

    def _wait_for_an_answer(self, process: subprocess.Popen[bytes]) -> None:
        last = time.monotonic() + PATIENCE
        while not self._listens():
            if time.monotonic() > last or _ended(process):
                raise TimeoutError(self.log.read_text())

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
        except OSError:
            return False
        return True

    @property
    def log(self) -> Path:
        return self.house.folder / "server.log"

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a power cut does: no handler runs, no answer goes out."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(PATIENCE)


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it ended within a tenth of a second."""
    try:
        process.wait(0.1)
    except subprocess.TimeoutExpired:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
