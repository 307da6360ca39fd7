"""What "My account" says."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from amparo.accounts import devices, limits, proofs, queries
from amparo.accounts.models import Session
from amparo.accounts.templatetags.sign_ons import sign_ons
from amparo.vault.cipher import CannotOpen


@dataclass(frozen=True)
class KeyRow:
    id: int
    name: str
    added: datetime
    used: datetime | None


@dataclass(frozen=True)
class SessionRow:
    device: str
    since: datetime | None
    seen: datetime | None
    is_this: bool


def own_account(request: HttpRequest) -> dict[str, Any]:
    user = proofs.me(request)
    mine = queries.row_key(str(request.session.session_key))
    return {
        "keys": [key_row(key) for key in queries.keys_of(user)],
        "app": queries.app_of(user),
        "codes_left": codes_left(queries.codes_of(user)),
        "sessions": [session_row(each, mine) for each in queries.sessions_of(user)],
        "links": queries.links_of(user),
        "issuers": sign_ons(),
        "has_password": user.has_usable_password(),
        "key_by": None if queries.has_key(user) else user.joined_at + proofs.key_grace(),
        "hours": limits.LONGEST,
    }


def key_row(key: Authenticator) -> KeyRow:
    return KeyRow(key.pk, key.wrap().name, key.created_at, key.last_used_at)


def session_row(session: Session, mine: str) -> SessionRow:
    return SessionRow(
        devices.said(session.device),
        session.signed_in_at,
        session.seen_at,
        session.session_key == mine,
    )


def codes_left(codes: Authenticator | None) -> int | None:
    """None without a list. A list that does not open here was changed: none of its codes counts."""
    if codes is None:
        return None
    try:
        return len(codes.wrap().get_unused_codes())
    except CannotOpen:
        return 0
