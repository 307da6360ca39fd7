from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from amparo.access.queries import is_locked

if TYPE_CHECKING:
    from amparo.cases.calendars.models import CalendarKey
    from amparo.people.models import User


def digest_of(secret: str) -> str:
    """The secret is as long as a key: a plain hash of it tells nobody anything."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_of(user: User, kind: str) -> CalendarKey | None:
    from amparo.cases.calendars.models import CalendarKey

    return CalendarKey.objects.filter(user=user, kind=kind, ended_at=None).first()


def reader_of(secret: str, kind: str) -> User | None:
    """Whose calendar this is; None if the secret is none or has ended, or the account is shut."""
    from amparo.cases.calendars.models import CalendarKey

    key = CalendarKey.objects.filter(digest=digest_of(secret), kind=kind, ended_at=None)
    found = key.select_related("user").first()
    if found is None or not found.user.is_active or is_locked(found.user):
        return None
    return found.user
