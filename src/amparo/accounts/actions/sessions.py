"""Ending sessions. A session that has ended opens nothing from the next request on."""

from datetime import datetime

from django.db import transaction

from amparo.accounts.models import Session
from amparo.accounts.queries import row_key, sessions_of
from amparo.audit.actions import record
from amparo.people.models import User


@transaction.atomic
def end_others(keep: str | None, *, by: User) -> int:
    """End all sessions of `by` but the one with the key `keep`. How many there were."""
    others = sessions_of(by)
    if keep is not None:
        others = others.exclude(session_key=row_key(keep))
    count, _ = others.delete()
    record("ended other sessions", by=by)
    return count


@transaction.atomic
def end_all_of(user: User, *, by: User) -> int:
    """For whoever keeps the accounts, and when a place in a unit changes."""
    count, _ = sessions_of(user).delete()
    record("ended sessions", by=by, thing=user)
    return count


def see(session: Session, at: datetime) -> None:
    """Write down that the session's person was there."""
    session.seen_at = at
    session.save(update_fields=["seen_at"])


def clear_expired(at: datetime) -> int:
    count, _ = Session.objects.filter(expire_date__lt=at).delete()
    return count


@transaction.atomic
def sign_out(session_key: str | None, *, by: User) -> None:
    """The row goes at once, not with the cookie alone."""
    if session_key is not None:
        sessions_of(by).filter(session_key=row_key(session_key)).delete()
    record("signed out", by=by)
