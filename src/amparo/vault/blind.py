"""Equality without the value: a keyed digest of what is nobody else's (security design, 2.4).

Equal rows stay visible to whoever reads the database, so only what hardly ever repeats by chance
is indexed. A surname, a given name, a nationality or a sex never is: who knows how often names
occur names a third of the rows without the key.
"""

import hashlib
import hmac
from enum import StrEnum

from amparo.audit.keyfile import key


class Indexed(StrEnum):
    DOCUMENT = "document"
    CONTACT = "contact"
    NAME_AND_YEAR = "name_and_year"


def blind(what: Indexed, value: str) -> bytes:
    """The digest of `value`, which the caller has brought into one writing."""
    return hmac.digest(key(f"index/{what}.key"), value.encode(), hashlib.sha256)
