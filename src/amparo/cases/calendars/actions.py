import secrets

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.audit.actions import record
from amparo.cases.calendars.models import CalendarKey
from amparo.cases.calendars.queries import digest_of
from amparo.methods import clock
from amparo.people.models import User

BYTES = 32


@action
def make_calendar(*, by: User) -> str:
    """A new secret address in the place of the one before; shown once, and kept by nobody here."""
    require(by, Act.SEE_CASES)
    _end(by)
    secret = secrets.token_urlsafe(BYTES)
    key = CalendarKey.objects.create(user=by, digest=digest_of(secret), at=clock.now())
    record("made a calendar", by=by, thing=key)
    return secret


@action
def end_calendar(*, by: User) -> None:
    """From now on nobody reads the calendar by the address that was given out."""
    require(by, Act.SEE_CASES)
    if _end(by):
        record("ended a calendar", by=by)


def _end(by: User) -> int:
    return CalendarKey.objects.filter(user=by, ended_at=None).update(ended_at=clock.now())
