"""Talking to a single sign-on: what it publishes, and a code for an ID token (the code flow)."""

import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
import requests

from amparo.accounts.sign_on.configuration import Issuer, is_safe

PATIENCE = 10  # seconds for one answer
FRESH = 3600  # seconds that what it publishes is believed
PAUSE = 60  # seconds between two looks for a key that was not there


class NotBelieved(Exception):
    """What the single sign-on says is not taken; the reason is for the log, not for the screen."""


@dataclass
class Published:
    """Its addresses and keys, as found under the configured issuer and nowhere else."""

    addresses: dict[str, str]
    keys: dict[str, jwt.PyJWK]
    at: float = field(default_factory=time.monotonic)


class Provider:
    def __init__(self, issuer: Issuer) -> None:
        self.issuer = issuer
        self._published: Published | None = None

    def address(self, name: str) -> str:
        return self._known(FRESH).addresses[name]

    def key(self, number: str) -> jwt.PyJWK:
        """The key that a token names; a new one is looked for, but not by every token that asks."""
        for age in (FRESH, PAUSE):
            if found := self._known(age).keys.get(number):
                return found
        raise NotBelieved("by a key that is not published")

    def _known(self, age: float) -> Published:
        if self._published is None or time.monotonic() - self._published.at > age:
            self._published = self._fetched()
        return self._published

    def _fetched(self) -> Published:
        told = _json("GET", f"{self.issuer.issuer.rstrip('/')}/.well-known/openid-configuration")
        if told.get("issuer") != self.issuer.issuer:
            raise NotBelieved("publishes another issuer than the configured one")
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        addresses = {name: str(told.get(name, "")) for name in names}
        if not all(is_safe(address) for address in addresses.values()):
            raise NotBelieved("publishes an address that is not HTTPS")
        listed = _json("GET", addresses["jwks_uri"]).get("keys", [])
        return Published(addresses, dict(_key(each) for each in listed if _signs(each)))

    def token(self, code: str, verifier: str, back: str) -> str:
        """The ID token for a code. The other tokens that come with it are dropped unread."""
        sent = {"grant_type": "authorization_code", "code": code, "redirect_uri": back,
                "code_verifier": verifier}  # fmt: skip
        by = (self.issuer.client_id, self.issuer.secret)
        told = _json("POST", self.address("token_endpoint"), data=sent, auth=by)
        if not isinstance(told.get("id_token"), str):
            raise NotBelieved("gave no ID token")
        return str(told["id_token"])


@cache
def provider_of(issuer: Issuer) -> Provider:
    return Provider(issuer)


def _signs(key: object) -> bool:
    """Public keys for signatures; a token that names no key has none to look for."""
    if not isinstance(key, dict) or "kid" not in key:
        return False
    return key.get("use", "sig") == "sig" and key.get("kty") != "oct"


def _key(told: dict[str, Any]) -> tuple[str, jwt.PyJWK]:
    try:
        return str(told["kid"]), jwt.PyJWK(told)
    except jwt.PyJWTError as error:
        raise NotBelieved(f"publishes a key that is none: {type(error).__name__}") from error


def _json(method: str, address: str, **parts: Any) -> dict[str, Any]:
    try:
        answer = requests.request(
            method, address, timeout=PATIENCE, allow_redirects=False, **parts
        )  # fmt: skip
        told = answer.json() if answer.status_code == requests.codes.ok else None
    except requests.RequestException as error:
        raise NotBelieved(f"cannot be reached: {type(error).__name__}") from error
    if not isinstance(told, dict):
        raise NotBelieved(f"answered {answer.status_code}, or no object")
    return told
