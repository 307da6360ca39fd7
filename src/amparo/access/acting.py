"""Telling the database who acts: row-level security, the second wall, reads it (ADR 7)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import connection, transaction

from amparo.methods import clock
from amparo.people.country import country, today
from amparo.people.models import User

P = ParamSpec("P")
R = TypeVar("R")

# Who acts, and the day that the clock was moved to, if it was: what the database has been told.
Told = tuple[UUID | None, str]
NOBODY: Told = (None, "")
_told: ContextVar[Told] = ContextVar("told", default=NOBODY)


@contextmanager
def acting_as(user: User) -> Iterator[None]:
    """One transaction in which the database knows `user`; forgotten at its end.

    Inside another one for somebody else, the first is restored after.
    """
    before, now = _told.get(), (user.pk, _moved_day())
    # Inside an action of the same user there is nothing to come back to but that action's start.
    with transaction.atomic(savepoint=before != now):
        token = _told.set(now)
        try:
            if before != now:
                _tell(now)
            yield
        finally:
            _told.reset(token)
        if before != now and connection.in_atomic_block:
            _tell(before)


def _moved_day() -> str:
    return today().isoformat() if clock.moved() else ""


def _tell(told: Told) -> None:
    """Local to the transaction: a pooled connection never carries one user's eyes to the next.

    The database reads the day from its own clock in the country's zone; it takes a day from us
    only where past or future files are played with the clock moved.
    """
    user, day = told
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('amparo.user_id', %s, true), set_config('amparo.day', %s, true),"
            " set_config('amparo.zone', %s, true)",
            [str(user or ""), day, country().timezone],
        )


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Run a write as its `by`: in one transaction, with the second wall up."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with acting_as(cast(User, kwargs["by"])):
            return function(*args, **kwargs)

    return run
