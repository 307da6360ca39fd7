"""Telling the database who acts: row-level security, the second wall, reads it (ADR 7)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import connection, transaction

from amparo.methods import clock
from amparo.people.country import country, zone
from amparo.people.models import User
from amparo.people.queries import active_users

P = ParamSpec("P")
R = TypeVar("R")

# Who acts, and the moment that the clock was moved to, if it was: what the database has been told.
Told = tuple[UUID | None, datetime | None]
NOBODY: Told = (None, None)
_told: ContextVar[Told] = ContextVar("told", default=NOBODY)


@contextmanager
def acting_as(user: User) -> Iterator[None]:
    """One transaction in which the database knows `user`; forgotten at its end.

    Inside another one for somebody else, the first is restored after.
    """
    before, now = _told.get(), (user.pk, clock.moved())
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


def who_acts() -> User | None:
    """As the database was told."""
    user, _moment = _told.get()
    return active_users().filter(pk=user).first() if user else None


def _tell(told: Told) -> None:
    """Local to the transaction: a pooled connection never carries one user's eyes to the next.

    The database goes by its own clock, the day by the country's zone; it takes a moment from us
    only where past or future files are played with the clock moved.
    """
    user, moment = told
    day = moment.astimezone(zone()).date().isoformat() if moment else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('amparo.user_id', %s, true), set_config('amparo.now', %s, true),"
            " set_config('amparo.day', %s, true), set_config('amparo.zone', %s, true)",
            [str(user or ""), moment.isoformat() if moment else "", day, country().timezone],
        )


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Run a write as its `by`: in one transaction, with the second wall up."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with acting_as(cast(User, kwargs["by"])):
            return function(*args, **kwargs)

    return run
