"""A full disk: a page that says so, nothing lost that was acknowledged, nothing half done (6.4)."""

import json
import os
import sys
from contextlib import ExitStack
from http.client import HTTPException
from pathlib import Path
from uuid import uuid4

import pytest

from system.browserless import Browserless
from system.mortal import mortal_house
from system.power_cuts import CHAIN, HALF, MAKE
from system.serving import House, Server

GUNICORN = (
    sys.executable, "-m", "gunicorn", "amparo.config.wsgi:application", "--bind",
    "127.0.0.1:PORT", "--threads", "4", "--worker-class", "gthread",
)  # fmt: skip
TEXT = "Seen at the gate of the yard. " * 600  # each account fills three pages of the database
MOST = 400  # accounts, before the disk must have been found full
ADDRESS = "SELECT '/files/' || reference || '/accounts/add/' FROM cases_case WHERE id = %s"


def fill(folder: Path) -> Path:
    """Leave no byte free where the database lies."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(65536)):
                pass
        except OSError:
            return ballast
    raise AssertionError("the disk is not full")


def write_one(somebody: Browserless, path: str) -> int:
    """The status of the answer; 0 where none came."""
    try:
        return somebody.posts(path, {"key": str(uuid4()), "text": TEXT})
    except (OSError, HTTPException):
        return 0


def count(house: House) -> int:
    return int(house.rows("SELECT count(*) FROM cases_account")[0][0])


def until_it_is_full(somebody: Browserless, path: str) -> tuple[int, int]:
    """How many were acknowledged, and the first answer that acknowledged nothing."""
    for number in range(MOST):
        if (status := write_one(somebody, path)) != 302:
            return number, status
    raise AssertionError("the disk never was full")


@pytest.mark.asvs("16.5.3")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk to fill")
def test_a_full_disk_is_said_and_nothing_is_half_done() -> None:
    with mortal_house(disk="360m") as (mortal, house), ExitStack() as stops:
        told = json.loads(house.runs("shell", "--verbosity", "0", "--command", MAKE))
        path = house.rows(ADDRESS, told["cases"][0])[0][0]
        server = Server(house, GUNICORN)
        server.start()
        stops.callback(server.stop)
        somebody = Browserless(server.port)
        somebody.signs_in(told["user"])
        assert write_one(somebody, path) == 302
        before = count(house)
        ballast = fill(house.folder / "postgres")
        acknowledged, answer = until_it_is_full(somebody, path)
        ballast.unlink()
        mortal.start()  # where it stopped because it could write no more
        assert (answer, count(house)) == (503, before + acknowledged)
        assert house.rows(HALF)[0][0] == 0
        assert int(house.runs("shell", "--verbosity", "0", "--command", CHAIN)) == 0
        assert write_one(somebody, path) == 302
