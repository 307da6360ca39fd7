"""Counting tries at a secret, so that guessing is slow and a colleague is not shut out for long.

Of one address from one network few; of one address from everywhere more, so that a stranger who
keeps failing does not close a colleague's door from afar; a passkey is not counted, for it has no
secret to guess.
"""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from amparo.accounts.models import Attempt
from amparo.accounts.queries import NOBODY
from amparo.audit.actions import record
from amparo.audit.keyfile import key
from amparo.audit.models import Decision
from amparo.methods import clock
from amparo.people.models import User
from amparo.people.queries import active_users


@dataclass(frozen=True)
class Unknown:
    """Who stands in the log where nobody is known yet."""

    pk: UUID = NOBODY


@dataclass(frozen=True)
class Limit:
    kind: str
    count: int
    within: timedelta


PAIR = Limit("pair", 5, timedelta(minutes=5))
ADDRESS = Limit("address", 50, timedelta(hours=1))
NETWORK = Limit("network", 60, timedelta(minutes=5))
CODE = Limit("code", 5, timedelta(minutes=5))
LONGEST = timedelta(hours=1)
TOO_MANY = _("Too many attempts. Wait five minutes and try again, or sign in with a passkey.")


def at_a_password(address: str, network: str) -> list[int] | None:
    """Count one try; None when there were too many."""
    counted = ((PAIR, f"{address}\x1f{network}"), (ADDRESS, address), (NETWORK, network))
    return _count_all(counted)


def at_a_code(user: User) -> list[int] | None:
    return _count_all(((CODE, str(user.pk)),))


@transaction.atomic
def _count_all(counted: tuple[tuple[Limit, str], ...]) -> list[int] | None:
    """All of them or none: a try that is refused does not lengthen the wait."""
    now = clock.now()
    Attempt.objects.filter(at__lt=now - LONGEST).delete()
    made = []
    for limit, who in counted:
        hashed = hmac.new(key("attempts.key"), f"{limit.kind}\x1f{who}".encode(), "sha256").digest()
        _wait_for_others(hashed)
        recent = Attempt.objects.filter(kind=limit.kind, who=hashed, at__gt=now - limit.within)
        if recent.count() >= limit.count:
            transaction.set_rollback(True)
            return None
        made.append(Attempt.objects.create(kind=limit.kind, who=hashed, at=now).pk)
    return made


def _wait_for_others(hashed: bytes) -> None:
    """Tries at the same secret are counted one after another, whichever process they come to."""
    number = int.from_bytes(hashed[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def forgive(counted: list[int]) -> None:
    """The try was good: it does not count."""
    Attempt.objects.filter(pk__in=counted).delete()


@transaction.atomic
def record_failure(factor: str, *, whose: str | User, why: str = "") -> None:
    """A row of the log: which account was tried, if there is one, and never what was typed."""
    user = whose if isinstance(whose, User) else active_users().filter(email__iexact=whose).first()
    told = f"{factor}: {why}"[:60] if why else factor
    record("sign-in refused", by=Unknown(), thing=user, purpose=told, decision=Decision.DENY)
