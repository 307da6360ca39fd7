"""What time it is, and how to act at another time.

Records carry the moment at which things happened. To record a past event, or to build
demonstration data in simulated time, the same actions run inside `at`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The present moment in UTC, or the one set by `at` in this thread or task."""
    return _moment.get() or datetime.now(UTC)


def moved() -> datetime | None:
    """The moment set by `at`, None while the clock runs as it does for everybody."""
    return _moment.get()


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Make `now` answer `moment`, in UTC, until the block ends; blocks may be nested.

    The clock stands still inside. Raises ValueError for a moment without a time zone.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone.")
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield now()
    finally:
        _moment.reset(token)
