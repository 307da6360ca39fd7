"""Second factors for the cast: an app with its codes, and a passkey as a device would hold it."""

import json
import os
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.contrib.auth.hashers import make_password
from fido2 import cbor
from fido2.cose import ES256

from amparo.accounts.factors import belonging_to
from amparo.people.models import User

PASSWORD = "a long enough pass phrase"
PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40  # flags of a device's answer (WebAuthn, 6.1)
HOST, ORIGIN = "testserver", "https://testserver"


def with_app(user: User) -> str:
    """The secret in the app that `user` has now."""
    secret = str(generate_totp_secret())
    with belonging_to(user):
        TOTP.activate(user, secret)
    return secret


def with_password(user: User, password: str = PASSWORD) -> str:
    """Password and app; returns the app's secret."""
    user.password = make_password(password)
    user.save()
    return with_app(user)


def code_of(secret: str) -> str:
    """The code of the half minute that the server takes longest."""
    *_, last = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, last)))


def text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Device:
    """A passkey on a device: makes and shows keys as a browser passes them on."""

    flags: int = PRESENT | VERIFIED
    origin: str = ORIGIN
    host: str = HOST
    id: bytes = field(default_factory=lambda: os.urandom(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    owner: str = ""

    def makes(self, options: dict[str, Any]) -> str:
        asked = options["creation_options"]["publicKey"]
        self.owner = asked["user"]["id"]
        cose = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]  # so in the library
        public = cbor.encode(cose)
        held = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        told = {"fmt": "none", "attStmt": {}, "authData": self._data(HAS_KEY) + held}
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=cbor.encode(told))

    def shows(self, options: dict[str, Any]) -> str:
        asked = options["request_options"]["publicKey"]
        client, data = self._client("webauthn.get", asked["challenge"]), self._data()
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {"clientDataJSON": client, "authenticatorData": data, "signature": signature}
        return self._answer(**parts, userHandle=self.owner)

    def _data(self, more: int = 0) -> bytes:
        return sha256(self.host.encode()).digest() + bytes([self.flags | more]) + bytes(4)

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": self.origin}
        return json.dumps(told).encode()

    def _answer(self, **response: bytes | str) -> str:
        parts = {n: text(v) if isinstance(v, bytes) else v for n, v in response.items()}
        key = {"id": text(self.id), "rawId": text(self.id), "type": "public-key"}
        extensions = {"credProps": {"rk": True}}
        return json.dumps({**key, "response": parts, "clientExtensionResults": extensions})
