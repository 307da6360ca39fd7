"""How long a session lasts, and which pages ask for more (security design, 3.2)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

LONGEST = timedelta(hours=8)  # from sign-in, whatever happens
UNKNOWN = timedelta(hours=1)  # of somebody who has not signed in
IDLE = timedelta(minutes=30)
IDLE_NEAR_IDENTITY = timedelta(minutes=15)
STEP = timedelta(minutes=1)  # being seen is written down at most so often

View = Callable[..., Any]
# A higher room says which of its pages show who somebody is.
_near_identity: list[Callable[[View], bool]] = []


def register(shows_identity: Callable[[View], bool]) -> None:
    _near_identity.append(shows_identity)


def is_near_identity(view: View) -> bool:
    return any(shows(view) for shows in _near_identity)


def idle_limit(view: View) -> timedelta:
    return IDLE_NEAR_IDENTITY if is_near_identity(view) else IDLE


def was_away(seen: datetime | None, now: datetime, view: View) -> bool:
    return seen is None or now - seen > idle_limit(view)
