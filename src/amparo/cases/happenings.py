"""What an event sets off: each room registers its effects, and one action carries them out.

What a form shows before it is sent is read from the same list, so that it says what will be done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from amparo.design.parts import Words

if TYPE_CHECKING:
    from amparo.cases.models import Case
    from amparo.people.models import User

Side = Literal["stops", "starts", "tells"]
# The case, who writes it down, and the id of the row that says it.
Do = Callable[["Case", "User", UUID], object]
Holds = Callable[["Case", "User"], bool]


def always(_case: "Case", _by: "User") -> bool:
    return True


def nothing_more(_case: "Case", _by: "User", _about: UUID) -> None:
    """For what follows from the row itself, as a guard that reads it does."""


@dataclass(frozen=True)
class Effect:
    """`here`: whether it has anything to do on this file; `do`: does it."""

    code: str
    side: Side
    words: Words
    do: Do = nothing_more
    here: Holds = always


_effects: dict[str, list[Effect]] = {}


def register(effect: Effect, *events: str) -> None:
    for event in events:
        _effects.setdefault(event, []).append(effect)


def effects(event: str, case: "Case", by: "User") -> list[Effect]:
    """What this event would set off on this file now."""
    return [effect for effect in _effects.get(event, ()) if effect.here(case, by)]


def known(event: str) -> dict[str, Effect]:
    """Every effect that it may have, by code."""
    return {effect.code: effect for effect in _effects.get(event, ())}


def happen(event: str, case: "Case", *, by: "User", about: UUID) -> list[str]:
    """Carry out what it sets off, in the transaction that writes it down; gives the codes."""
    found = effects(event, case, by)
    for effect in found:
        effect.do(case, by, about)
    return [effect.code for effect in found]
