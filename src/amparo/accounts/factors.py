"""Second factors that belong to one person: what is sealed or signed for one opens for no other.

allauth's hooks give the secret alone. Whose it is comes from here: from `belonging_to`, or from
whoever is signed in. So somebody who can write to the database gains nothing by copying a row.
"""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from allauth.core import context

from amparo.audit.keyfile import key
from amparo.people.models import User
from amparo.vault.cipher import Key, Place, seal, unseal

NOBODY = UUID(int=0)
MARK = "amparo"  # the name of our signature inside a stored passkey

_owner: ContextVar[UUID | None] = ContextVar("owner", default=None)


@contextmanager
def belonging_to(user: User) -> Iterator[None]:
    """Inside, secrets are sealed and opened as those of `user`."""
    token = _owner.set(user.pk)
    try:
        yield
    finally:
        _owner.reset(token)


def _place() -> Place:
    owner = _owner.get()
    request = context.request
    if owner is None and request is not None and request.user.is_authenticated:
        owner = request.user.pk
    if owner is None:
        raise LookupError("Whose second factor is it? Say so: with belonging_to(user).")
    return Place("mfa.secret", owner, NOBODY)


def close(text: str) -> str:
    return b64encode(seal(_key(), _place(), text)).decode()


def open_secret(stored: str) -> str:
    """Raise CannotOpen for a secret that is another person's, or changed."""
    try:
        sealed = b64decode(stored, validate=True)
    except ValueError:
        sealed = b""
    return unseal(_key(), _place(), sealed)


def _key() -> Key:
    return Key(NOBODY, key("second_factor.key"))


def signed(credential: dict[str, Any], user: User) -> dict[str, Any]:
    """A passkey's public half as it is stored: with a mark that it is this person's."""
    return {**credential, MARK: _signature(credential, user)}


def is_signed(credential: dict[str, Any], user: User) -> bool:
    mark = str(credential.get(MARK, ""))
    return hmac.compare_digest(mark, _signature(credential, user))


def _signature(credential: dict[str, Any], user: User) -> str:
    told = {name: value for name, value in credential.items() if name != MARK}
    text = f"passkey\x1f{user.pk}\x1f{json.dumps(told, sort_keys=True)}"
    return hmac.new(key("second_factor.key"), text.encode(), "sha256").hexdigest()
