"""What else must hold before a step is taken: rules beside the arrows, each brought by its room.

A guard looks at the file and says what is missing in one sentence, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models.expressions import RawSQL

from amparo.access.standing import Refused

if TYPE_CHECKING:
    from amparo.cases.models import Case

Guard = Callable[["Case"], str]
Files = Callable[[], models.QuerySet[Any, Any]]
R = TypeVar("R", bound=models.QuerySet[Any, Any])
_guards: dict[str, list[Guard]] = {}
_writing: list[tuple[Guard, Files]] = []


def register(guard: Guard, *states: str) -> None:
    """Ask `guard` before a file comes into any of these states."""
    for state in states:
        _guards.setdefault(state, []).append(guard)


def before_writing(guard: Guard, files: Files) -> None:
    """Ask `guard` before anything is written in a file, and before each of its steps.

    `files`: a sub-query of the ids of those in which it lets nothing be written.
    """
    _writing.append((guard, files))


def shut(case: Case) -> str:
    """What stands in the way of writing anything; "" where nothing does."""
    return next((said for guard, _files in _writing if (said := guard(case))), "")


def without_shut(rows: R, field: str = "case") -> R:
    """Nothing is asked of anybody in a file in which nothing can be written."""
    for _guard, files in _writing:
        rows = rows.exclude(**{f"{field}__in": _as_written(files)})
    return rows


@cache
def _as_written(files: Files) -> RawSQL:
    """The sub-query in words, once: lists ask it for each of many rules, and it is always the same.

    Of what it may see the database decides each time, as of every other table.
    """
    statement, parameters = files().query.sql_with_params()
    return RawSQL(statement, parameters)  # noqa: S611  from a query of our own


def refuse_to_write(case: Case) -> None:
    """Raises Refused with the first thing that stands in the way of writing anything."""
    if said := shut(case):
        raise Refused(said)


def hindrances(case: Case, state: str) -> list[str]:
    """What stands in the way of this state now, each in a sentence."""
    return [said for guard in _guards.get(state, ()) if (said := guard(case))]


def refuse_if_hindered(case: Case, state: str) -> None:
    """Raises Refused with the first of them."""
    refuse_to_write(case)
    if found := hindrances(case, state):
        raise Refused(found[0])
