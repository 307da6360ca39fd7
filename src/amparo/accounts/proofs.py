"""What somebody has shown in this session: which factors, and when."""

import time
from datetime import timedelta
from typing import cast

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from amparo.accounts.queries import has_key
from amparo.people.models import User

LOCKED = "locked_at"
SIGN_ON = "single sign-on"


def me(request: HttpRequest) -> User:
    """Who is signed in: for pages behind the wall of the sign-in."""
    return cast(User, request.user)


def records(request: HttpRequest) -> list[dict[str, object]]:
    return list(get_authentication_records(request, request.user))


def by_key(request: HttpRequest) -> bool:
    """A passkey or a hardware key was used in this session."""
    return any(each.get("type") == "webauthn" for each in records(request))


def by_sign_on_with_two(request: HttpRequest) -> bool:
    return sign_on_with_two(request, me(request))


def sign_on_with_two(request: HttpRequest, user: User) -> bool:
    """The single sign-on told that it had asked `user` for two factors."""
    shown = get_authentication_records(request, user)
    return any(each.get("two_factors") is True for each in shown)


def means(request: HttpRequest) -> str:
    """For the log: "password+totp", "webauthn"."""
    return "+".join(str(each.get("type", each["method"])) for each in records(request))


def may_come_near(request: HttpRequest) -> bool:
    """With a key, or in the days that a new account has to get one (ASVS 5.0, 6.3.3, level 3)."""
    if not settings.KEY_NEAR_IDENTITY or by_key(request):
        return True
    user = me(request)
    return timezone.now() < user.joined_at + key_grace() and not has_key(user)


def key_grace() -> timedelta:
    return timedelta(days=settings.KEY_GRACE_DAYS)


def lock(request: HttpRequest) -> None:
    request.session[LOCKED] = time.time()


def is_locked(request: HttpRequest) -> bool:
    """Until a factor is shown again; to sign in anew is another session."""
    locked = request.session.get(LOCKED) if request.user.is_authenticated else None
    shown = [float(str(each["at"])) for each in records(request) if each.get("reauthenticated")]
    return locked is not None and not any(at > locked for at in shown)
