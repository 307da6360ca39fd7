"""Where an act comes from: which request of which session, in numbers that lead to nobody.

The number of a session is a keyed hash, so that the log cannot be used to take a session over; the
number of a request is drawn anew for each. No network address is kept (security design, 4.2).
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID, uuid4

from amparo.audit.keyfile import key


@dataclass(frozen=True)
class Origin:
    """Both are None for what no browser asked for: a command, a periodic task."""

    session: UUID | None = None
    request: UUID | None = None


NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("origin", default=NOWHERE)


def current() -> Origin:
    return _origin.get()


@contextmanager
def numbered() -> Iterator[UUID]:
    """Give the request its number before anything is known of its session."""
    number = uuid4()
    token = _origin.set(Origin(request=number))
    try:
        yield number
    finally:
        _origin.reset(token)


@contextmanager
def one_request(session_key: str | None) -> Iterator[Origin]:
    """Rows written inside the block belong to one request of the session with this key."""
    number = session_number(session_key) if session_key else None
    origin = Origin(number, current().request or uuid4())
    token = _origin.set(origin)
    try:
        yield origin
    finally:
        _origin.reset(token)


def session_number(session_key: str) -> UUID:
    digest = hmac.digest(key("audit.key"), b"session\x1f" + session_key.encode(), hashlib.sha256)
    return UUID(bytes=digest[:16])
