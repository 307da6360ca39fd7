"""What a word in Latin letters may sound like, whoever wrote it and by whichever custom.

English writes Shakirov, French Chakirov, German Schakirow: one sound, several customs. Letters that
one custom says so and another otherwise (ch, j, x, a soft g or c) give a reading each, few enough
to compare them all. A sound is a string of single signs:

    X a hushing sound (sh, ch, zh, dj ...)   H a breath (h, kh, x)   others as in English
    a e i u the vowels (o with u, y with i)
"""

import re
from dataclasses import dataclass
from itertools import islice, product
from operator import ne

from amparo.methods.sameness.letters import in_latin, leaves_vowels_out

MOST_READINGS = 8
# Longest first. Where two things may be meant, both are said.
CUSTOMS: dict[str, tuple[str, ...]] = {
    "shtch": ("X",), "schtsch": ("X",), "shch": ("X",), "chtch": ("X",), "dsch": ("X",),
    "tsch": ("X",), "tch": ("X",), "sch": ("X",), "tsh": ("X",), "dzh": ("X",), "tzsch": ("X",),
    "sh": ("X",), "zh": ("X",), "dj": ("X",), "cz": ("X",), "tj": ("X",),
    "ch": ("X", "H"), "kh": ("H",), "gh": ("g",), "ph": ("f",), "th": ("t",), "dh": ("d",),
    "bh": ("b",), "jh": ("X",), "rh": ("r",),
    "tz": ("s",), "ts": ("s",), "dz": ("s",), "sz": ("s",), "ck": ("k",), "qu": ("k",),
    "mp": ("mp", "b"), "nt": ("nt", "d"), "ng": ("ng", "g"), "gk": ("g",),
    "gn": ("n", "gn"), "ny": ("n",), "nj": ("n", "nX"), "ly": ("li",),
    "ou": ("u",), "oo": ("u",), "ee": ("i",), "ie": ("i",), "ei": ("e",), "ai": ("e",),
    "ay": ("e",), "ey": ("e",), "iy": ("i",), "yi": ("i",), "ij": ("i", "iX"), "oe": ("u",),
    "ae": ("e",), "ue": ("u",), "eu": ("u", "eu"),
    "c": ("k", "X"), "ce": ("se", "Xe"), "ci": ("si", "Xi"), "cy": ("si",),
    "ge": ("ge", "Xe"), "gi": ("gi", "Xi"), "gue": ("ge",), "gui": ("gi",),
    "j": ("X", "i", "H"), "x": ("ks", "X", "H"), "q": ("k",), "w": ("v", "u"), "z": ("s",),
    "h": ("H",), "o": ("u",), "y": ("i",),
}  # fmt: skip
TAKEN = re.compile("|".join(sorted(CUSTOMS, key=lambda each: -len(each))) + "|[a-z]")
# What is one sound at the beginning of a word and two in its middle (ISO 843, Greek).
BEGINNINGS = {"mp": "b", "nt": "d", "gk": "g"}
ALIKE = {part: ways[0] for part, ways in CUSTOMS.items() if len(ways) == 1}
OPEN = frozenset(CUSTOMS) - frozenset(ALIKE)
CAN_DOUBLE = "oe"  # written twice they are another vowel
# Consonants without vowels; what the ear, a lost mark or a script without the letter exchanges most
# is one: voice, hiss and hush.
BONES = str.maketrans("pdgvX", "btkfs", "aeiu")
VOWELS = frozenset("aeiu")


@dataclass(frozen=True, slots=True)
class Spoken:
    """`sounds`: each reading; `bones`: its consonants alone; `bare`: vowels were left unwritten."""

    sounds: tuple[str, ...]
    bones: tuple[str, ...]
    bare: bool


def spoken(word: str) -> Spoken:
    sounds = _readings(in_latin(word))
    bare = leaves_vowels_out(word)
    if len(sounds) == 1:
        return Spoken(sounds, (bones(sounds[0]),), bare)
    return Spoken(sounds, tuple(dict.fromkeys(map(bones, sounds))), bare)


def bones(sound: str) -> str:
    """Consonants, kindred ones as one; a first vowel stays as a sign that there is one."""
    hard = _each_once(sound.translate(BONES))
    return f"a{hard}" if sound[:1] in VOWELS else hard


def _readings(written: str) -> tuple[str, ...]:
    written = BEGINNINGS.get(written[:2], written[:2]) + written[2:]
    parts = TAKEN.findall(_each_once(written, CAN_DOUBLE))
    if OPEN.isdisjoint(parts):
        return (_each_once("".join([ALIKE.get(part, part) for part in parts])),)
    readings = islice(product(*[CUSTOMS.get(part) or part for part in parts]), MOST_READINGS)
    return tuple(dict.fromkeys([_each_once("".join(each)) for each in readings]))


def _each_once(text: str, but: str = "") -> str:
    """Letters that stand twice stand once."""
    if all(map(ne, text, text[1:])):
        return text
    return "".join(
        letter for letter, before in zip(text, " " + text, strict=False)
        if letter != before or letter in but
    )  # fmt: skip
