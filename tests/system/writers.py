"""Eight who write accounts into files as fast as they can, and say what was acknowledged.

Runs inside a House, as a process of its own (see `House.environment`).
"""

import json
import os
from threading import Thread
from uuid import UUID

from django.db import Error, connection

from amparo.access.acting import acting_as
from amparo.cases.actions.files import add_account
from amparo.cases.queries import case_with
from amparo.config import static
from amparo.people.models import User
from support import files
from support.cast import make_cast

THREADS = 8


def make() -> None:
    """Print what `write` needs: who writes, and into which files."""
    static.collect_stale()
    cast = make_cast()
    cases = [str(files.opened(cast).pk) for _ in range(THREADS)]
    print(json.dumps({"user": str(cast.first_responder.pk), "cases": cases}))  # noqa: T201  read by who started it


def write(told: str) -> None:
    """Write until the database is gone; print the id of each account that was committed."""
    known = json.loads(told)
    threads = [Thread(target=_write, args=(known["user"], case)) for case in known["cases"]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(user: str, case: str) -> None:
    try:
        by = User.objects.get(pk=user)
        with acting_as(by):
            file = case_with(UUID(case))
        while True:
            made = add_account(file, "Seen at the gate of the yard.", by=by)
            os.write(1, f"{made.pk}\n".encode())  # whole, whoever else writes
    except Error:
        connection.close()  # the server died: what was not acknowledged, nobody relies on
