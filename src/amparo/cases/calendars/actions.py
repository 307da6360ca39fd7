import secrets
from collections.abc import Mapping

from amparo.access.acting import action
from amparo.access.policy import Act
from amparo.access.standing import require
from amparo.audit.actions import record
from amparo.cases.calendars.models import CalendarKey
from amparo.cases.calendars.queries import digest_of
from amparo.methods import clock
from amparo.people.models import User

BYTES = 32
Kind = CalendarKey.Kind
# What it takes to read by a program what one reads here.
READING: Mapping[str, Act] = {
    Kind.FILES: Act.SEE_CASES,
    Kind.COMMITMENTS: Act.SEE_COMMITMENTS,
}


@action
def make_calendar(*, by: User, kind: Kind = Kind.FILES) -> str:
    """A new secret address in the place of the one before; shown once, and kept by nobody here."""
    require(by, READING[kind])
    _end(by, kind)
    secret = secrets.token_urlsafe(BYTES)
    key = CalendarKey.objects.create(user=by, kind=kind, digest=digest_of(secret), at=clock.now())
    record("made a calendar", by=by, thing=key)
    return secret


@action
def end_calendar(*, by: User, kind: Kind = Kind.FILES) -> None:
    """From now on nobody reads the calendar by the address that was given out."""
    require(by, READING[kind])
    if _end(by, kind):
        record("ended a calendar", by=by)


def _end(by: User, kind: Kind) -> int:
    live = CalendarKey.objects.filter(user=by, kind=kind, ended_at=None)
    return live.update(ended_at=clock.now())
