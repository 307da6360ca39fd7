"""The chain: each row carries a keyed MAC over itself and the row before it in its lane.

Who can write to the database but has no key can neither change nor insert nor reorder a row unseen.
A cut tail needs the signed heads of a later version to be seen (security design, 4.2).
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.audit.keyfile import key
from amparo.audit.models import Entry

LANES = 16
GENESIS = bytes(32)


@dataclass(frozen=True)
class Fault:
    lane: int
    sequence: int
    what: str | Promise


def lane_of(subject: UUID) -> int:
    return subject.int % LANES


def mac(entry: Entry) -> bytes:
    return hmac.digest(key("audit.key"), entry.canonical(), hashlib.sha256)


def faults(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Check entries given in chain order; yield every place where the chain does not hold."""
    lane, sequence, previous = -1, 0, GENESIS
    for entry in entries:
        if entry.lane != lane:
            lane, sequence, previous = entry.lane, 0, GENESIS
        if entry.sequence != sequence + 1:
            yield Fault(lane, entry.sequence, _("rows are missing before this one"))
        elif bytes(entry.previous) != previous:
            yield Fault(lane, entry.sequence, _("this row does not follow the one before it"))
        if not hmac.compare_digest(bytes(entry.mac), mac(entry)):
            yield Fault(lane, entry.sequence, _("this row was changed"))
        sequence, previous = entry.sequence, bytes(entry.mac)
