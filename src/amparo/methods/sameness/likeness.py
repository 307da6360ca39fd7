"""How alike one word is to each of many: 1 is the same sound, 0 nothing in common."""

import re
from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from amparo.methods.sameness.sounds import Spoken, spoken

Floats = np.ndarray[tuple[int], np.dtype[np.float32]]
ANYTHING_BETWEEN = "[aeiu]*"
# A vowel that is written may be heard as its neighbours are, never as its opposite.
HEARD = {"i": "[ie]+", "u": "u+", "a": "[ae]*", "e": "[ei]*"}
LEAST_BONES, SAME, NEARLY = 0.75, 1.0, 0.9


class Words:
    """Words that are compared with one after the other; each reading is asked about once."""

    def __init__(self, words: Sequence[Spoken]) -> None:
        self._words = words
        self._sounds, self._sounds_start = _flat([word.sounds for word in words])
        self._bones, self._bones_start = _flat([word.bones for word in words])

    def like(self, word: Spoken) -> Floats:
        if not self._words or not any(word.sounds):
            return np.zeros(len(self._words), np.float32)
        sound = _best(word.sounds, self._sounds, self._sounds_start)
        bones = _best(word.bones, self._bones, self._bones_start)
        alike: Floats = ((sound + bones) / 2).astype(np.float32)
        for at in np.flatnonzero((bones >= LEAST_BONES) & (alike < 1)).tolist():
            other = self._words[at]
            if word.bare != other.bare:
                alike[at] = _bare(word, other, float(bones[at]))
        return alike


def alike(one: Spoken, word: str) -> float:
    """The same of a single word."""
    other = spoken(word)
    if not any(one.sounds):
        return 0.0
    sound, bones = _likest(one.sounds, other.sounds), _likest(one.bones, other.bones)
    if one.bare != other.bare and bones >= LEAST_BONES:
        return _bare(one, other, bones)
    return (sound + bones) / 2


def _likest(some: Sequence[str], others: Sequence[str]) -> float:
    return max(OSA.normalized_similarity(a, b) for a in some for b in others)


def _bare(one: Spoken, other: Spoken, bones: float) -> float:
    """One of the two leaves vowels out: what it does write has to be heard in the other."""
    bare, full = (one, other) if one.bare else (other, one)
    for written in bare.sounds:
        if any(_heard(written).fullmatch(sound) for sound in full.sounds):
            return SAME
    return bones * NEARLY


def _heard(written: str) -> re.Pattern[str]:
    """Every sound that may have been written so; names are not kept in a cache for it."""
    parts = [HEARD.get(sign) or re.escape(sign) for sign in written]
    return re.compile(ANYTHING_BETWEEN.join(("", *parts, "")))


def _flat(readings: Sequence[tuple[str, ...]]) -> tuple[list[str], list[int]]:
    flat: list[str] = []
    starts = []
    for each in readings:
        starts.append(len(flat))
        flat.extend(each or ("",))
    return flat, starts


def _best(wanted: Sequence[str], readings: list[str], starts: list[int]) -> Floats:
    """Of all pairs of readings the likest, for each word."""
    all_pairs = cdist(wanted, readings, scorer=OSA.normalized_similarity, dtype=np.float32)
    found: Floats = np.maximum.reduceat(all_pairs.max(axis=0), starts)
    return found
