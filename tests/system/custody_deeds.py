"""What is done to one item, to be killed at any of its steps. Runs inside a House.

A child of the process does the deed on a connection of its own and is killed, as by a power cut,
when it is about to send its n-th statement to the database, or to end the transaction.
"""

import json
import os
import signal
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection

from amparo.access.acting import acting_as
from amparo.config import static
from amparo.evidence.actions.items import open_original
from amparo.evidence.models import Item
from amparo.evidence.queries import items_of
from amparo.evidence.tests.story import added, handed_over, passed_on
from amparo.justice.models import Dossier
from amparo.people.models import User
from support import files
from support.cast import make_cast

LARGE = b"a" * 200_000
COMMIT = "_commit"


def make() -> None:
    """Print what `kill_all` needs: who investigates, and which dossier."""
    static.collect_stale()
    cast = make_cast()
    dossier = handed_over(files.received(cast), cast)
    added(dossier, cast.investigator)
    told = {"user": str(cast.investigator.pk), "dossier": str(dossier.pk)}
    print(json.dumps(told))  # noqa: T201  read by who started it


def add(dossier: Dossier, item: Item, by: User) -> None:
    added(dossier, by, LARGE, name="dump.bin")


def pass_it_on(dossier: Dossier, item: Item, by: User) -> None:
    passed_on(dossier, item, by)


def take(dossier: Dossier, item: Item, by: User) -> None:
    open_original(item, by=by, purpose="evidence")


DEEDS = (add, pass_it_on, take)


def kill_all(told: str) -> None:
    """Each deed, killed at its first statement, its second, and so on until one goes through."""
    known = json.loads(told)
    by = User.objects.get(pk=known["user"])
    with acting_as(by):
        dossier = Dossier.objects.get(pk=UUID(known["dossier"]))
        item = items_of(dossier)[0]
    connection.close()
    kills = {deed.__name__: _kills(partial(deed, dossier, item, by)) for deed in DEEDS}
    print(json.dumps(kills))  # noqa: T201  as above


def _kills(deed: Callable[[], None]) -> int:
    number = 0
    while _dies(deed, at=number + 1):
        number += 1
    return number


class Death:
    """Kills its process at one step: a statement, or the end of the transaction."""

    def __init__(self, at: int) -> None:
        self.left = at

    def step(self) -> None:
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_a_statement(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.step()
        return execute(*args)


def _dies(deed: Callable[[], None], *, at: int) -> bool:
    child = os.fork()
    if not child:
        # The base class does not name it: it is how each of Django's databases ends a transaction.
        death, commit = Death(at), getattr(connection, COMMIT)

        def end() -> None:
            death.step()
            commit()

        setattr(connection, COMMIT, end)
        with connection.execute_wrapper(death.before_a_statement):
            deed()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
