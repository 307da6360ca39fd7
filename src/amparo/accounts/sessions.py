"""The session engine: a cookie's key opens its session, the database alone opens none (ADR 38).

The row is found by a hash of the key, and its data is sealed for that row: whoever reads the
database or a backup can take no session over, whoever writes to it can make none, and what a
session holds for a moment, such as a form kept while somebody was away, is not there in clear.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from amparo.accounts.limits import LONGEST, UNKNOWN
from amparo.accounts.queries import row_key, stored_session
from amparo.audit.keyfile import key
from amparo.methods import clock
from amparo.vault.cipher import CannotOpen, Key, Place, seal, unseal

if TYPE_CHECKING:
    from amparo.accounts.models import Session

NOBODY = UUID(int=0)
SIGNED_IN_AT, DEVICE = "signed_in_at", "device"


class SessionStore(DatabaseStore):
    """Django's, with the key hashed and the data sealed on their way to the database."""

    row: Session | None = None  # the row as it was loaded
    ended_for: UUID | None = None  # whose session it was, when it came too late

    @classmethod
    def get_model_class(cls) -> type[Session]:
        from amparo.accounts.models import Session

        return Session

    def _get_session_from_db(self) -> Session | None:
        row = stored_session(self.session_key) if self.session_key else None
        if row is not None and row.expire_date > clock.now():
            self.row = row
            return row
        self.ended_for = row.user_id if row is not None else None
        self._session_key = None
        return None

    def own_key(self) -> str:
        if self._session_key is None:
            self.create()
        return str(self._session_key)

    def exists(self, session_key: str) -> bool:
        return super().exists(row_key(session_key))

    def delete(self, session_key: str | None = None) -> None:
        """At once and by the hash; without a key, this session."""
        if known := session_key or self.session_key:
            super().delete(row_key(known))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        user = data.get(SESSION_KEY)
        if user is not None:
            data.setdefault(SIGNED_IN_AT, clock.now().isoformat())
        begun = datetime.fromisoformat(data[SIGNED_IN_AT]) if user is not None else None
        stored_as = row_key(self.own_key())
        same = self.row is not None and self.row.session_key == stored_as
        seen = self.row.seen_at if self.row is not None and same else None
        return self.get_model_class()(
            session_key=stored_as,
            session_data=self.encode(data),
            expire_date=begun + LONGEST if begun else clock.now() + UNKNOWN,
            user_id=user,
            signed_in_at=begun,
            seen_at=seen or begun,
            device=data.get(DEVICE, ""),
        )

    def encode(self, session_dict: dict[str, Any]) -> str:
        text = cast(bytes, self.serializer().dumps(session_dict)).decode("latin-1")
        return b64encode(seal(_key(), self._place(), text)).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What was sealed for this session; a row that was changed or moved is an empty one."""
        try:
            text = unseal(_key(), self._place(), b64decode(session_data))
        except (CannotOpen, ValueError):
            return {}
        return cast(dict[str, Any], self.serializer().loads(text.encode("latin-1")))

    def _place(self) -> Place:
        digest = hashlib.sha256(self.own_key().encode()).digest()
        return Place("session.data", UUID(bytes=digest[16:]), NOBODY)

    def get_expiry_age(self, **kwargs: Any) -> int:
        """What the cookie says: as long as the row stands, at most."""
        begun = self.get(SIGNED_IN_AT)
        if begun is None:
            return int(UNKNOWN.total_seconds())
        left: timedelta = datetime.fromisoformat(begun) + LONGEST - clock.now()
        return max(int(left.total_seconds()), 0)


def _key() -> Key:
    return Key(NOBODY, key("session.key"))
