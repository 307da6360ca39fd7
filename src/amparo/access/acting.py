"""Telling the database who acts: row-level security, the second wall, reads it (ADR 7)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import connection, transaction

from amparo.people.models import User

P = ParamSpec("P")
R = TypeVar("R")

_acting: ContextVar[UUID | None] = ContextVar("acting", default=None)


@contextmanager
def acting_as(user: User) -> Iterator[None]:
    """One transaction in which the database knows `user`; forgotten at its end.

    Inside another one for somebody else, the first is restored after.
    """
    before = _acting.get()
    # Inside an action of the same user there is nothing to come back to but that action's start.
    with transaction.atomic(savepoint=before != user.pk):
        token = _acting.set(user.pk)
        try:
            if before != user.pk:
                _tell(user.pk)
            yield
        finally:
            _acting.reset(token)
        if before != user.pk and connection.in_atomic_block:
            _tell(before)


def _tell(user: UUID | None) -> None:
    with connection.cursor() as cursor:
        # Local to the transaction: a pooled connection never carries one user's eyes to the next.
        cursor.execute("SELECT set_config('amparo.user_id', %s, true)", [str(user or "")])


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Run a write as its `by`: in one transaction, with the second wall up."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with acting_as(cast(User, kwargs["by"])):
            return function(*args, **kwargs)

    return run
