"""One way out to a single sign-on and back, kept in a sealed cookie of the browser that went."""

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from amparo.accounts.limits import LONGEST
from amparo.accounts.sign_on.provider import NotBelieved, Provider
from amparo.audit.keyfile import key
from amparo.methods import clock
from amparo.vault.cipher import CannotOpen, Key, Place, seal, unseal

NOBODY = UUID(int=0)
AS_LONG_AS = 600  # seconds that somebody may take to sign in there


@dataclass(frozen=True)
class Journey:
    """What this browser alone knows: it proves on its way back that it is the one that went."""

    code: str  # of the issuer
    state: str
    nonce: str
    verifier: str
    begun: float
    next: str = ""
    linking: str = ""  # whose account is to be linked; empty when somebody signs in


def begin(provider: Provider, back: str, *, next: str = "", linking: str = "") -> tuple[str, str]:
    """Where to send the browser, and the cookie that it takes along."""
    journey = Journey(
        code=provider.issuer.code,
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(32),
        begun=clock.now().timestamp(),
        next=next,
        linking=linking,
    )
    digest = hashlib.sha256(journey.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "scope": "openid",  # who it is, and nothing else about them
        "client_id": provider.issuer.client_id,
        "redirect_uri": back,
        "state": journey.state,
        "nonce": journey.nonce,
        "code_challenge": urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
        "max_age": str(int(LONGEST.total_seconds())),
    }
    if provider.issuer.acr:
        asked["acr_values"] = " ".join(provider.issuer.acr)
    address = provider.address("authorization_endpoint")
    joined = "&" if "?" in address else "?"
    return f"{address}{joined}{urlencode(asked)}", sealed("journey", asdict(journey))


def journey_of(request: HttpRequest, code: str) -> Journey:
    """The journey that this answer ends; NotBelieved for one that this browser never began."""
    told = opened("journey", request.COOKIES.get(cookie_name(), ""))
    if told is None:
        raise NotBelieved("this browser did not begin it")
    journey = Journey(**told)
    age = clock.now().timestamp() - journey.begun
    if journey.code != code or not 0 <= age <= AS_LONG_AS:
        raise NotBelieved("begun too long ago, or with another single sign-on")
    if not hmac.compare_digest(request.GET.get("state", "").encode(), journey.state.encode()):
        raise NotBelieved("another state than the one that went out")
    return journey


def cookie_name() -> str:
    return "__Host-sign-on" if settings.HTTPS else "sign-on"


def take_along(response: HttpResponse, cookie: str) -> None:
    """Lax, unlike the session's: it must come back with the browser from another site."""
    response.set_cookie(
        cookie_name(), cookie, max_age=AS_LONG_AS, secure=settings.HTTPS, httponly=True,
        samesite="Lax",
    )  # fmt: skip


def drop(response: HttpResponse) -> None:
    response.delete_cookie(cookie_name(), samesite="Lax")
    response.cookies[cookie_name()]["secure"] = settings.HTTPS


def back_to(request: HttpRequest, code: str) -> str:
    return request.build_absolute_uri(reverse("account_sign_on_return", kwargs={"code": code}))


def sealed(label: str, told: dict[str, Any]) -> str:
    return urlsafe_b64encode(seal(_key(), _place(label), json.dumps(told))).decode()


def opened(label: str, text: str) -> dict[str, Any] | None:
    try:
        told: dict[str, Any] = json.loads(unseal(_key(), _place(label), urlsafe_b64decode(text)))
    except (CannotOpen, ValueError):
        return None
    return told


def _place(label: str) -> Place:
    return Place(f"sign_on.{label}", NOBODY, NOBODY)


def _key() -> Key:
    return Key(NOBODY, key("session.key"))
