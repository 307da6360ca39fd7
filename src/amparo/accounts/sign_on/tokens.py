"""Checking an ID token: whose word, for whom, when and how (OpenID Connect Core, 3.1.3.7)."""

import hmac
from dataclasses import dataclass
from typing import Any

import jwt

from amparo.accounts.limits import LONGEST
from amparo.accounts.sign_on.configuration import Issuer
from amparo.accounts.sign_on.provider import NotBelieved, Provider
from amparo.methods import clock

LEEWAY = 60  # seconds by which two clocks may differ
MUST = ["iss", "sub", "aud", "exp", "iat", "nonce", "auth_time"]
LONGEST_SUBJECT = 255  # characters: OpenID Connect Core, 2


@dataclass(frozen=True)
class Known:
    """Somebody as a single sign-on knows them."""

    issuer: str
    subject: str
    two_factors: bool


def checked(token: str, provider: Provider, nonce: str) -> Known:
    """Whom the token speaks of; raises NotBelieved with the first thing that is wrong."""
    issuer, claims = provider.issuer, _signed(token, provider)
    if not hmac.compare_digest(str(claims["nonce"]), nonce):
        raise NotBelieved("made for another request")
    if "events" in claims:
        raise NotBelieved("no ID token but another kind")
    _for_us(claims, issuer)
    _signed_in_well(claims, issuer)
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise NotBelieved("no subject")
    methods = _words(claims, "amr")
    return Known(issuer.issuer, subject, not methods.isdisjoint(issuer.two_factors))


def _signed(token: str, provider: Provider) -> dict[str, Any]:
    issuer = provider.issuer
    try:
        head = jwt.get_unverified_header(token)
        # Only from the list, whatever the token says; of the key, only what the issuer publishes.
        if head.get("alg") not in issuer.algorithms or head.get("typ", "JWT").upper() != "JWT":
            raise NotBelieved("signed in a way that is not listed")
        told: dict[str, Any] = jwt.decode(
            token,
            provider.key(str(head.get("kid"))),
            algorithms=list(issuer.algorithms),
            audience=issuer.client_id,
            issuer=issuer.issuer,
            leeway=LEEWAY,
            options={"require": MUST},
        )
    except jwt.PyJWTError as error:
        raise NotBelieved(type(error).__name__) from error
    return told


def _for_us(claims: dict[str, Any], issuer: Issuer) -> None:
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    party = claims.get("azp", issuer.client_id)
    if party != issuer.client_id or (len(audiences) > 1 and "azp" not in claims):
        raise NotBelieved("made for others as well, or for another")


def _signed_in_well(claims: dict[str, Any], issuer: Issuer) -> None:
    if issuer.acr and claims.get("acr") not in issuer.acr:
        raise NotBelieved("not signed in at the level that is asked for")
    if not _words(claims, "amr").issuperset(issuer.amr):
        raise NotBelieved("not signed in by the means that are asked for")
    age = clock.now().timestamp() - float(claims["auth_time"])
    if not -LEEWAY <= age <= LONGEST.total_seconds() + LEEWAY:
        raise NotBelieved("signed in too long ago")


def _words(claims: dict[str, Any], name: str) -> set[str]:
    told = claims.get(name, [])
    return {each for each in told if isinstance(each, str)} if isinstance(told, list) else set()
