"""Numbers for words that must not stand in the log: the same word has the same number.

Whoever has the key and the word can find its rows; nobody can read the word back.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from amparo.audit import chain
from amparo.audit.queries import entries

NUMBERED = "numbered the file"


@dataclass(frozen=True)
class Name:
    pk: UUID


def name_of(word: str) -> Name:
    digest = hmac.digest(
        chain.secret(), b"name\x1f" + word.strip().upper().encode(), hashlib.sha256
    )
    return Name(UUID(bytes=digest[:16]))


def mark_of(number: UUID | None) -> str:
    """A file or a thing in the log, for readers who may see neither: its rows share a mark."""
    return f"M-{name_of(str(number)).pk.hex[:8].upper()}" if number else ""


def case_named(reference: str) -> UUID | None:
    """The file that was opened under this reference, for readers of the log alone."""
    rows = entries().filter(action=NUMBERED, object_id=name_of(reference).pk)
    return rows.values_list("case_id", flat=True).first()
