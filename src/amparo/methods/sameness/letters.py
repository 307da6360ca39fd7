"""One word in Latin letters without marks, from whatever script it was written in (by anyascii).

Before that, what a table of single letters cannot know: two letters that are one sound in Greek,
and letters of Arabic and Hebrew that stand for a vowel at the beginning of a word.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

GREEK = (
    ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("υι", "i"), ("αυ", "av"), ("ευ", "ev"),
    ("ηυ", "iv"), ("γγ", "ng"), ("γκ", "g"), ("γχ", "nh"), ("μπ", "mp"), ("ντ", "nt"), ("τζ", "dz"),
    ("η", "i"), ("υ", "i"), ("χ", "kh"),
)  # fmt: skip
ABJAD = str.maketrans(
    {"ا": "a", "ء": "a", "ى": "a", "ة": "a", "ع": "a", "ٱ": "a", "گ": "g", "چ": "ch", "پ": "p"}
    | {"א": "a", "ע": "a", "ו": "w"}
)  # fmt: skip
ARTICLE = re.compile("^ال(?=...)")
# The scripts of India stand letter by letter at the same place of their blocks (ISCII, IS 13194).
INDIC, BLOCK = range(0x0900, 0x0E00), 0x80
HUSHING = {0x1A: "ch", 0x1B: "ch", 0x36: "sh", 0x37: "sh"}
NOT_LETTERS = re.compile(r"[^a-z']+")
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
# Scripts in which some vowels stay unwritten once marks are left out: from, to (Unicode blocks).
UNWRITTEN = ((0x0590, 0x08FF), (0x0900, 0x0DFF))
FIRST_GREEK, LAST_GREEK = "\u0370", "\u03ff"


def in_latin(word: str) -> str:
    """`word` is folded already (methods.names.words). An apostrophe stands where t and h, or such,
    are two letters of the other script. "" where nothing can be read."""
    if word.isascii():
        return word if word.isalpha() else NOT_LETTERS.sub("", word)
    whole = unicodedata.normalize("NFC", word)
    if any(FIRST_GREEK <= letter <= LAST_GREEK for letter in whole):
        whole = GREEK_PAIRS.sub(_said, whole)
    written = ""
    for letter in ARTICLE.sub("", whole).translate(ABJAD):
        said = _letter(letter)
        apart = said.startswith("h") and written[-1:] in CONSONANTS
        written += f"'{said}" if apart else said
    return written


@lru_cache(4096)  # of an alphabet; no name is kept
def _letter(letter: str) -> str:
    number = ord(letter)
    hushing = HUSHING.get(number % BLOCK) if number in INDIC else None
    return hushing or NOT_LETTERS.sub("", anyascii(letter).lower()).strip("'")


def leaves_vowels_out(word: str) -> bool:
    return not word.isascii() and any(
        first <= ord(letter) <= last for letter in word for first, last in UNWRITTEN
    )


def _said(found: re.Match[str]) -> str:
    return GREEK_SAID[found.group()]


GREEK_SAID = dict(GREEK)
GREEK_PAIRS = re.compile("|".join(GREEK_SAID))
