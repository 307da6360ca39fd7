"""The recovery key as words on paper: SLIP-39 shares, any k of n give it back, k-1 tell nothing.

Source: SLIP-0039, Shamir's secret sharing for mnemonic codes, with its word list and checksum.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.rs1024 import verify_checksum
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

WORDS = 33  # of a share of 256 bits
RADIX = 1024
CHECKED_AS = b"shamir_extendable"  # the customization string of SLIP-39 for extendable shares


class WrongSheet(Exception):
    """The sentence says which sheet, and which word where that can be known."""


@dataclass(frozen=True)
class Sheet:
    """What one holder keeps: the words of their share, as they were read or typed."""

    words: tuple[str, ...]

    @classmethod
    def typed(cls, text: str) -> "Sheet":
        return cls(tuple(text.lower().split()))

    @property
    def mnemonic(self) -> str:
        return " ".join(self.words)


def split(private: X25519PrivateKey, *, threshold: int, shares: int) -> list[Sheet]:
    """One sheet for each holder. Raises ValueError for numbers that make no sense."""
    if not 2 <= threshold <= shares <= 16:
        raise ValueError("Choose a threshold of two at least, and at most sixteen sheets.")
    (group,) = generate_mnemonics(1, [(threshold, shares)], private.private_bytes_raw())
    return [Sheet.typed(mnemonic) for mnemonic in group]


def join(sheets: Sequence[Sheet]) -> X25519PrivateKey:
    """The recovery key of these sheets; more than needed do not matter. Raises WrongSheet."""
    found = [check(sheet, number) for number, sheet in enumerate(sheets, 1)]
    if not found:
        raise WrongSheet("No sheet was given.")
    for number, share in enumerate(found, 1):
        if share.common_parameters() != found[0].common_parameters():
            raise WrongSheet(f"Sheet {number} is of another recovery key than sheet 1.")
        if share in found[: number - 1]:
            raise WrongSheet(f"Sheet {number} is the same as sheet {found.index(share) + 1}.")
    needed = found[0].member_threshold
    if len(found) < needed:
        raise WrongSheet(f"{needed} sheets are needed, {len(found)} were given.")
    try:
        secret = combine_mnemonics([sheet.mnemonic for sheet in sheets[:needed]])
    except MnemonicError as error:
        raise WrongSheet(f"These sheets do not belong together: {error}") from error
    return X25519PrivateKey.from_private_bytes(secret)


def fingerprint(public: X25519PublicKey) -> str:
    """What sheets of one recovery key have in common, short enough to compare by eye."""
    digest = hashlib.sha256(public.public_bytes_raw()).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"


def needed(sheet: Sheet, number: int) -> int:
    """How many sheets there must be, as every sheet says. Raises WrongSheet."""
    threshold: int = check(sheet, number).member_threshold
    return threshold


def check(sheet: Sheet, number: int) -> Share:
    """The share that the words spell. Raises WrongSheet, with the place of the wrong word."""
    for place, word in enumerate(sheet.words, 1):
        if word not in WORDLIST:
            raise WrongSheet(f"Sheet {number}, word {place}: “{word}” is not in the list of words.")
    if len(sheet.words) != WORDS:
        raise WrongSheet(f"Sheet {number} has {len(sheet.words)} words; it must have {WORDS}.")
    try:
        return Share.from_mnemonic(sheet.mnemonic)
    except MnemonicError:
        raise WrongSheet(f"Sheet {number}: {_where(sheet)}") from None


def _where(sheet: Sheet) -> str:
    """Where one word was taken for another of the list.

    Which one it should be is not said: SLIP-39 warns that a corrected word is soon a wrong key.
    """
    indices = [WORDLIST.index(word) for word in sheet.words]
    for place in range(len(indices)):
        for other in range(RADIX):
            if verify_checksum([*indices[:place], other, *indices[place + 1 :]], CHECKED_AS):
                return f"word {place + 1} seems to be wrong. Read it again from the paper."
    return "several words are wrong, or their order. Read it again from the paper."
