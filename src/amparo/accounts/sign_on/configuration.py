"""Which single sign-ons are believed, and for what: a file that the administrator writes.

[[issuer]]
code = "ministry"
name_en = "the Ministry's sign-in"
name_fr = "la connexion du ministère"
issuer = "https://id.example.org/realms/ministry"
client_id = "amparo"
client_secret_file = "/run/secrets/sign-on"
amr = ["pwd"]
two_factors = ["mfa", "hwk"]
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from amparo.vocab.datafile import Entry, Text, once, read

# Signatures by a public key only: with a shared one, whoever checks a token could also make it.
SIGNATURES = ("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512",
              "EdDSA")  # fmt: skip
USUAL = ("ES256", "PS256", "RS256", "EdDSA")
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Issuer:
    """`acr`: one of these must be told, if there are any. `amr`: all of these must be told.

    `two_factors`: told any of these, our own second factor is not asked for again.
    """

    code: str
    name: Text
    issuer: str
    client_id: str
    secret_file: Path
    algorithms: tuple[str, ...]
    acr: tuple[str, ...]
    amr: tuple[str, ...]
    two_factors: tuple[str, ...]

    @property
    def secret(self) -> str:
        return self.secret_file.read_text(encoding="utf-8").strip()


def issuers() -> tuple[Issuer, ...]:
    return load(Path(settings.SIGN_ON)) if settings.SIGN_ON else ()


def by_code(code: str) -> Issuer | None:
    return next((each for each in issuers() if each.code == code), None)


@cache
def load(file: Path) -> tuple[Issuer, ...]:
    """Raises DataError with the entry and the key that are wrong."""
    whole = read(file)
    entries = whole.tables("issuer")
    whole.close()
    once((entry.text("code"), entry) for entry in entries)
    return tuple(_issuer(entry) for entry in entries)


def _issuer(entry: Entry) -> Issuer:
    made = Issuer(
        code=entry.text("code"),
        name=entry.both("name"),
        issuer=_address(entry),
        client_id=entry.text("client_id"),
        secret_file=_secret_file(entry),
        algorithms=_algorithms(entry),
        acr=entry.words("acr"),
        amr=entry.words("amr"),
        two_factors=entry.words("two_factors"),
    )
    if not made.code.isidentifier():
        raise entry.error("code", "should be one word of letters and figures")
    if not made.acr and not made.amr:
        raise entry.error("amr", "say in acr or amr how people must have signed in there")
    entry.close()
    return made


def _address(entry: Entry) -> str:
    address = entry.text("issuer")
    if not is_safe(address):
        raise entry.error("issuer", "should begin with https://")
    return address


def is_safe(address: str) -> bool:
    """By HTTPS, or on this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)


def _secret_file(entry: Entry) -> Path:
    path = Path(entry.text("client_secret_file"))
    if not path.is_file():
        raise entry.error("client_secret_file", f"there is no file {path}")
    if path.stat().st_mode & 0o077:
        raise entry.error("client_secret_file", "is open to other users of this machine: chmod 600")
    return path


def _algorithms(entry: Entry) -> tuple[str, ...]:
    named = entry.words("algorithms") or USUAL
    for name in named:
        if name not in SIGNATURES:
            raise entry.error("algorithms", f"{name!r} is none of {', '.join(SIGNATURES)}")
    return named
