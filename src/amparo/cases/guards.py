"""What else must hold before a step is taken: rules beside the arrows, each brought by its room.

A guard looks at the file and says what is missing in one sentence, or nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from amparo.access.standing import Refused

if TYPE_CHECKING:
    from amparo.cases.models import Case

Guard = Callable[["Case"], str]
_guards: dict[str, list[Guard]] = {}
_writing: list[Guard] = []


def register(guard: Guard, *states: str) -> None:
    """Ask `guard` before a file comes into any of these states."""
    for state in states:
        _guards.setdefault(state, []).append(guard)


def before_writing(guard: Guard) -> None:
    """Ask `guard` before anything is written in a file, and before each of its steps."""
    _writing.append(guard)


def refuse_to_write(case: "Case") -> None:
    """Raises Refused with the first thing that stands in the way of writing anything."""
    if found := [said for guard in _writing if (said := guard(case))]:
        raise Refused(found[0])


def hindrances(case: "Case", state: str) -> list[str]:
    """What stands in the way of this state now, each in a sentence."""
    return [said for guard in _guards.get(state, ()) if (said := guard(case))]


def refuse_if_hindered(case: "Case", state: str) -> None:
    """Raises Refused with the first of them."""
    refuse_to_write(case)
    if found := hindrances(case, state):
        raise Refused(found[0])
