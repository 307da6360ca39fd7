from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import models

from amparo.audit.queries import entries

if TYPE_CHECKING:
    from amparo.accounts.models import Link, Session
    from amparo.people.models import User

NOBODY = UUID(int=0)  # who stands in the log where nobody is known yet


def keys_of(user: User) -> list[Authenticator]:
    """Passkeys and hardware keys, the oldest first."""
    kind = Authenticator.Type.WEBAUTHN
    return list(Authenticator.objects.filter(user=user, type=kind).order_by("created_at"))


def has_key(user: User) -> bool:
    return bool(keys_of(user))


def app_of(user: User) -> Authenticator | None:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()


def codes_of(user: User) -> Authenticator | None:
    kind = Authenticator.Type.RECOVERY_CODES
    return Authenticator.objects.filter(user=user, type=kind).first()


def row_key(session_key: str) -> str:
    """160 bits of its hash, as many as the column of Django's own table is wide."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:40]


def stored_session(session_key: str) -> Session | None:
    """The row of the cookie's session, even if its time is over."""
    from amparo.accounts.models import Session

    return Session.objects.filter(session_key=row_key(session_key)).first()


def sessions_of(user: User) -> models.QuerySet[Session]:
    from amparo.accounts.models import Session

    return Session.objects.filter(user=user).order_by("-seen_at")


def failures_since_sign_in(user: User) -> int:
    """How often somebody tried the account of `user` in vain since it was last signed in to."""
    mine = entries().filter(actor=user.pk, action="signed in")
    last = mine.order_by("-at").values_list("at", flat=True).first()
    tried = entries().filter(actor=NOBODY, action="sign-in refused", object_id=user.pk)
    return (tried.filter(at__gt=last) if last else tried).count()


def links_of(user: User) -> models.QuerySet[Link]:
    from amparo.accounts.models import Link

    return Link.objects.filter(user=user).order_by("issuer")


def linked(issuer: str, subject: str) -> User | None:
    """Whose account this is: by issuer and subject, never by an address."""
    from amparo.accounts.models import Link

    found = Link.objects.select_related("user").filter(issuer=issuer, subject=subject).first()
    return found.user if found and found.user.is_active else None
