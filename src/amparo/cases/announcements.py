"""Who wants to know that a case has changed: higher rooms subscribe, this room names none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.cases.models import Case

Listener = Callable[["Case"], None]
_listeners: list[Listener] = []


def subscribe(listener: Listener) -> None:
    _listeners.append(listener)


def announce(case: "Case") -> None:
    """Tell every listener, inside the transaction that changed the case."""
    for listener in _listeners:
        listener(case)
