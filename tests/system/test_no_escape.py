"""Killed between the row and the answer: no plaintext leaves without a row that is there for good.

Readers open what is sealed as fast as they can while the server is killed in the middle. Whatever
came through, half a page included, must have its row; AMPARO_KILLS says how often to kill.
"""

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, IncompleteRead
from queue import Queue
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from amparo.config import embedded
from support.sealed import WRITTEN
from system.browserless import FORM, PATIENCE, Browserless
from system.serving import Server, house

KILLS, READERS, EACH = int(os.environ.get("AMPARO_KILLS", "2")), 6, 12
WORD = WRITTEN["given_name"].encode()
ROWS = """SELECT count(*) FROM audit_entry WHERE action = 'opened' AND keys > 0 AND actor = %s
    AND purpose = 'identity: safety'"""
MAKE = "from system.openings import make; make()"
GUNICORN = (
    sys.executable, "-m", "gunicorn", "amparo.config.wsgi:application", "--bind",
    "127.0.0.1:PORT", "--threads", "8", "--worker-class", "gthread", "--log-level", "warning",
)  # fmt: skip


class Reader(Browserless):
    """Keeps whatever comes, even if the rest of it never does."""

    def opens(self, path: str) -> bytes:
        fields = {"purpose": "safety", "key": uuid4(), "csrfmiddlewaretoken": self.token}
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request("POST", path, urlencode(fields), {"Cookie": cookies, **FORM})
            return line.getresponse().read()
        except IncompleteRead as half:
            return half.partial
        except (OSError, HTTPException):
            return b""
        finally:
            line.close()


@pytest.fixture
def server(
    cluster: embedded.Cluster, migrated: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("escape")
    with house(cluster, migrated, folder, f"escape_{os.getpid()}") as made:
        server = Server(made, GUNICORN)
        yield server
        server.stop()


def read_on(reader: Reader, path: str, told: Queue[bool]) -> None:
    for _ in range(EACH):
        told.put(WORD in reader.opens(path))


def open_and_kill(server: Server, user: str, path: str, *, after: int) -> int:
    """How many times the text came through, the last of them perhaps in half."""
    readers, told = [Reader(server.port) for _ in range(READERS)], Queue[bool]()
    for reader in readers:
        reader.signs_in(user)
    with ThreadPoolExecutor(READERS) as pool:
        for reader in readers:
            pool.submit(read_on, reader, path, told)
        first = [told.get(timeout=PATIENCE) for _ in range(after)]
        server.kill()
    return sum(first) + sum(told.get_nowait() for _ in range(told.qsize()))


@pytest.mark.asvs("16.3.3")
def test_no_text_comes_through_without_its_row(server: Server) -> None:
    told = json.loads(server.house.runs("shell", "--verbosity", "0", "--command", MAKE))
    user, path = told["user"], f"/files/{told['reference']}/identity/"
    delivered = 0
    for round_ in range(KILLS):
        server.start()
        delivered += open_and_kill(server, user, path, after=3 + 5 * round_ % 40)
        (rows,) = server.house.rows(ROWS, user)[0]
        print(f"kill {round_ + 1}: {delivered} texts came through, {rows} rows")  # noqa: T201  for the reader of -s
        assert 0 < delivered <= rows <= delivered + READERS * (round_ + 1)
