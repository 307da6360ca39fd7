"""The chain of custody of one item: each entry is bound to the one before by its digest.

The digest covers what is stored, sealed words in their sealed form: the chain is checked without
any key. Whoever can rewrite every row could compute it anew; so each digest also stands in the
log, which is chained under a key of its own.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DOMAIN = b"amparo custody 1"
START = b"\0" * 32


@dataclass(frozen=True)
class Link:
    """`facts`: every column of the entry, as bytes, in a fixed order; None where one is empty."""

    number: int
    facts: Sequence[bytes | None]
    previous: bytes
    digest: bytes


def digest_of(item: bytes, number: int, previous: bytes, facts: Sequence[bytes | None]) -> bytes:
    """SHA-256 over all of them, each with its length: nothing can move from one to the next."""
    found = hashlib.sha256(DOMAIN)
    for part in (item, str(number).encode(), previous, *facts):
        found.update(b"-" if part is None else b"+" + len(part).to_bytes(8, "big") + part)
    return found.digest()


def broken(item: bytes, links: Iterable[Link]) -> list[int]:
    """The numbers at which the chain does not hold, counted as they should follow one another."""
    faults, before = [], START
    for expected, link in enumerate(links):
        computed = digest_of(item, link.number, link.previous, link.facts)
        fits = link.number == expected and link.previous == before and link.digest == computed
        if not fits:
            faults.append(expected)
        before = link.digest
    return faults
