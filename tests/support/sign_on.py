"""A single sign-on of our own on this machine: real HTTP, real keys, and lies when told to."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from amparo.accounts.sign_on import configuration, provider

CLIENT, SECRET = "amparo", "the secret of the client"
FILE = """
[[issuer]]
code = "ministry"
name_en = "the Ministry's sign-in"
name_fr = "la connexion du ministère"
issuer = "{issuer}"
client_id = "amparo"
client_secret_file = "{secret}"
acr = ["high"]
amr = ["pwd"]
two_factors = ["mfa"]
"""


@dataclass
class SignOn:
    """`claims` and `head` replace what it would honestly say; a claim of None is left out."""

    address: str = ""
    subject: str = "subject-of-the-coordinator"
    methods: tuple[str, ...] = ("pwd", "mfa")
    claims: dict[str, Any] = field(default_factory=dict)
    head: dict[str, Any] = field(default_factory=dict)
    published: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "ES256"
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: list[dict[str, str]] = field(default_factory=list)

    def signs_in(self, address: str) -> dict[str, str]:
        """What the browser brings back after its user signed in at `address`."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.asked)}"
        self.asked[code] = asked
        return {"code": code, "state": asked["state"]}

    def token(self, nonce: str) -> str:
        now = int(time.time())
        honest = {
            "iss": self.address, "sub": self.subject, "aud": CLIENT, "exp": now + 300, "iat": now,
            "nonce": nonce, "auth_time": now, "acr": "high", "amr": list(self.methods),
        }  # fmt: skip
        told = {n: v for n, v in {**honest, **self.claims}.items() if v is not None}
        head = {"kid": "first", **self.head}
        return jwt.encode(told, self.key, algorithm=self.algorithm, headers=head)

    def answers(self, path: str, sent: dict[str, str], basic: str) -> dict[str, Any] | None:
        if path == "/.well-known/openid-configuration":
            names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            told = {name: f"{self.address}/{name}" for name in names}
            return {"issuer": self.address, **told, **self.published}
        if path == "/jwks_uri":
            public = jwt.algorithms.ECAlgorithm.to_jwk(PUBLISHED.public_key(), as_dict=True)
            return {"keys": [{**public, "kid": "first", "use": "sig"}]}
        return self._token(sent, basic) if path == "/token_endpoint" else None

    def _token(self, sent: dict[str, str], basic: str) -> dict[str, Any] | None:
        """Once for each code, for the client that has the secret and the verifier."""
        self.seen.append(sent)
        asked = self.asked.pop(sent.get("code", ""), None)
        by = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked is None or basic != f"Basic {by}" or asked["code_challenge"] != challenge:
            return None
        return {"id_token": self.token(asked["nonce"]), "access_token": "unread"}


PUBLISHED = ec.generate_private_key(ec.SECP256R1())


@contextmanager
def running(folder: Path) -> Iterator[tuple[SignOn, Path]]:
    """The sign-on on a port of its own, and the file that names it."""
    made = SignOn(key=PUBLISHED)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if urlsplit(self.path).path != "/authorization_endpoint":
                return self.reply({})
            asked = parse_qs(urlsplit(self.path).query)
            brought = urlencode(made.signs_in(self.path))
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri'][0]}?{brought}")
            self.end_headers()
            return None

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.reply({name: values[0] for name, values in parse_qs(body).items()})

        def reply(self, sent: dict[str, str]) -> None:
            told = made.answers(self.path, sent, self.headers.get("Authorization", ""))
            self.send_response(400 if told is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *_args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield made, written(folder, made.address)
        server.shutdown()
    configuration.load.cache_clear()
    provider.provider_of.cache_clear()


def written(folder: Path, address: str, text: str = FILE) -> Path:
    secret, file = folder / "client-secret", folder / "sign-on.toml"
    secret.write_text(SECRET)
    secret.chmod(0o600)
    file.write_text(text.format(issuer=address, secret=secret))
    return file
