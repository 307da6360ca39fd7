"""The chain: each row carries a keyed MAC over itself and the row before it in its lane.

Who can write to the database but has no key can neither change nor insert nor reorder a row unseen.
A cut tail is seen by the signed heads, which are kept outside the database: heads.py.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias
from uuid import UUID

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.audit.keyfile import key
from amparo.audit.models import Entry

LANES = 64  # more than there are writers at once, so that none waits (bench/audit_append.py)
GENESIS = bytes(32)
# The clocks of two servers may differ by so much without anybody having set one back.
TOLERANCE = timedelta(minutes=2)


class Row(NamedTuple):
    """A row of the log as the chain reads it: of the table, or of a line of an export."""

    lane: int
    sequence: int
    at: str
    actor: str
    action: str
    case: str
    thing: str
    purpose: str
    decision: str
    keys: int
    session: str
    request: str
    previous: bytes
    mac: bytes

    def canonical(self) -> bytes:
        """The bytes under the MAC: all but the MAC itself. No word holds the separator."""
        return "\x1f".join(("amparo log", *map(str, self[:12]), self.previous.hex())).encode()


@dataclass(frozen=True)
class Fault:
    """Where something does not hold: a row of a lane, or (lane None) a line of the signed heads."""

    lane: int | None
    sequence: int
    what: str | Promise

    def __str__(self) -> str:
        words = {"lane": self.lane, "number": self.sequence, "what": self.what}
        if self.lane is None:
            return _("Signed heads, line %(number)s: %(what)s") % words
        return _("Lane %(lane)s, row %(number)s: %(what)s") % words


def time_of(moment: datetime) -> str:
    """Always UTC and always six digits, so that text in this form sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


Values: TypeAlias = tuple[
    int, int, datetime, UUID, str, UUID | None, UUID | None, str, str, int,
    UUID | None, UUID | None, bytes,
]  # fmt: skip


def row_from(values: Values, mac: bytes = b"") -> Row:
    """From the values of the table, in the order of its columns."""
    lane, sequence, at, actor, action, case, thing, purpose, decision, keys, *origin, link = values
    session, request = origin
    return Row(
        lane, sequence, time_of(at), str(actor), action, str(case or ""), str(thing or ""), purpose,
        decision, keys, str(session or ""), str(request or ""), link, mac,
    )  # fmt: skip


def row_of(entry: Entry) -> Row:
    values = (
        entry.lane, entry.sequence, entry.at, entry.actor, entry.action, entry.case_id,
        entry.object_id, entry.purpose, entry.decision, entry.keys, entry.session, entry.request,
        bytes(entry.previous),
    )  # fmt: skip
    return row_from(values, bytes(entry.mac))


def mac(entry: Entry) -> bytes:
    return mac_of(row_of(entry), secret())


def mac_of(row: Row, secret: bytes) -> bytes:
    return hmac.digest(secret, row.canonical(), hashlib.sha256)


def secret() -> bytes:
    return _secret_in(settings.KEYS)


@cache
def _secret_in(folder: Path) -> bytes:
    """Read once by a process: every row of the log asks for it."""
    return key("audit.key")


def faults(rows: Iterable[Row], secret: bytes | None) -> Iterator[Fault]:
    """Check rows given in chain order; yield every place where the chain does not hold.

    Without the secret, who wrote a row cannot be checked: only that each follows the one before it.
    """
    before: Row | None = None
    for row in rows:
        if before and before.lane != row.lane:
            before = None
        if what := _out_of_place(row, before):
            yield Fault(row.lane, row.sequence, what)
        if secret and not hmac.compare_digest(row.mac, mac_of(row, secret)):
            yield Fault(row.lane, row.sequence, _("this row was changed"))
        before = row


def _out_of_place(row: Row, before: Row | None) -> str | Promise:
    if row.sequence != (before.sequence if before else 0) + 1:
        return _("rows are missing before this one")
    if row.previous != (before.mac if before else GENESIS):
        return _("this row does not follow the one before it")
    if before and row.at < before.at and is_set_back(row.at, before.at):
        return _("the clock was set back before this row")
    return ""


def is_set_back(at: str, before: str) -> bool:
    return datetime.fromisoformat(at) < datetime.fromisoformat(before) - TOLERANCE
