"""Invented people in six scripts, written down once or twice, and which files are one person's.

Nobody here exists: names are put together from syllables. The second time somebody is written down,
it is by another hand: another custom or script, another order, parts left out or written together,
a slip of the hand, a date less sure.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from support.invented_tongues import ETHIOPIC, INDEPENDENT, ORDERS, TONGUES, Tongue

# Then every fifth file has another of the same person.
TWICE = 1 / 9
# How many names a tongue has, and how fast they grow rare: the n-th is 1/n^0.7 as common.
POOLS, SKEW = {"given": 400, "family": 4_000}, 0.7
ARTICLES = ("al-", "el ", "Al ", "", "al ")
Sounds = list[str]
Day = tuple[int, int, int]


@dataclass(frozen=True)
class Person:
    number: int
    script: str
    names: tuple[tuple[str, ...], ...]
    born: Day


@dataclass(frozen=True)
class Written:
    """One file: `person` is the truth that nobody asks; `script` is the person's own."""

    person: int
    script: str
    names: str
    born: str


class People:
    """The same people for the same seed."""

    def __init__(self, seed: int, tongues: Mapping[str, Tongue] = TONGUES) -> None:
        self._tongues = tongues
        self._chance = random.Random(seed)
        self._heaped = {
            kind: list(accumulate(rank**-SKEW for rank in range(1, size + 1)))
            for kind, size in POOLS.items()
        }
        self._names = {
            script: {kind: self._pool(tongue, kind) for kind in POOLS}
            for script, tongue in tongues.items()
        }

    def written(self, files: int) -> list[Written]:
        """One of nine people is written down a second time, soon after the first."""
        made: list[Written] = []
        for person in self._people():
            made.append(self._write(person))
            if self._happens(TWICE):
                made.append(self._write_again(person))
            if len(made) >= files:
                break
        return made[:files]

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _people(self) -> Iterator[Person]:
        number = 0
        while True:
            script = self._chance.choice(list(self._tongues))
            names = [self._name(script, kind) for kind in self._tongues[script].parts]
            if len(names) > 2 and self._happens(0.4):
                del names[1]
            year = round(self._chance.triangular(1955, 2012, 2000))
            born = (year, self._chance.randint(1, 12), self._chance.randint(1, 28))
            yield Person(number, script, tuple(names), born)
            number += 1

    def _name(self, script: str, kind: str) -> tuple[str, ...]:
        (name,) = self._chance.choices(self._names[script][kind], cum_weights=self._heaped[kind])
        return name

    def _pool(self, tongue: Tongue, kind: str) -> list[tuple[str, ...]]:
        found: dict[tuple[str, ...], None] = {}
        while len(found) < POOLS[kind]:
            found[tuple(self._invented(tongue, kind))] = None
        return list(found)

    def _invented(self, tongue: Tongue, kind: str) -> Sounds:
        pick = self._chance.choice
        first, middle, vowels = tongue.first.split(), tongue.middle.split(), tongue.vowels.split()
        sounds = [pick(first), pick(vowels), pick(middle), pick(vowels)]
        if kind == "family":
            return [*sounds, pick(middle), *pick(tongue.endings.split()).split(".")]
        return [*sounds, pick(middle)] if self._happens(0.6) else sounds

    def _write(self, person: Person) -> Written:
        parts, born = self._spelt(person), self._dated(person.born, unknown=0.08)
        return Written(person.number, person.script, " ".join(parts), born)

    def _write_again(self, person: Person) -> Written:
        """By another hand, on another day."""
        parts = self._spelt(person)
        if len(parts) > 2 and self._happens(0.25):
            del parts[self._chance.randrange(1, len(parts))]
        if self._happens(0.2):
            at = self._chance.randrange(len(parts))
            parts[at] = self._slip(parts[at])
        if self._happens(0.05):
            parts[:2] = ["".join(parts[:2])]
        if self._happens(0.3):
            parts.insert(0, parts.pop())
        born = self._dated(self._misheard(person.born), unknown=0.12)
        return Written(person.number, person.script, " ".join(parts), born)

    def _spelt(self, person: Person) -> list[str]:
        """All parts by one custom, as one hand writes."""
        tongue = self._tongues[person.script]
        if self._happens(tongue.native):
            return [_own(tongue, person.script, name) for name in person.names]
        custom = self._chance.choice(tongue.customs)
        parts = ["".join(custom.get(s, s.rstrip("2")) for s in name) for name in person.names]
        parts = [part.replace("'", "") for part in parts]
        if person.script == "Arabic":
            parts[-1] = self._chance.choice(ARTICLES) + parts[-1]
        return [part.title() for part in parts]

    def _slip(self, word: str) -> str:
        """One letter left out, doubled, exchanged with its neighbour or with another."""
        at = self._chance.randrange(1, max(2, len(word) - 1))
        before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
        return self._chance.choice(
            (
                before + after,
                before + here + here + after,
                before[:-1] + here + before[-1:] + after,
                before + self._chance.choice(word) + after,
            )
        )

    def _misheard(self, born: Day) -> Day:
        year, month, day = born
        if self._happens(0.06) and day <= 12:
            return year, day, month
        if self._happens(0.05):
            return year + self._chance.choice((-10, -1, 1, 10)), month, day
        return (year, month, day % 28 + 1) if self._happens(0.03) else born

    def _dated(self, born: Day, *, unknown: float) -> str:
        """As sure as somebody was: unknown, the year, the first of January, about, or the day."""
        year, month, day = born
        ways = (
            (unknown, ""),
            (0.12, f"{year}"),
            (0.08, f"{year}-01-01"),
            (0.06, f"{year + self._chance.randint(-2, 2)}~"),
            (1.0, f"{year}-{month:02}-{day:02}"),
        )
        at = self._chance.random()
        for share, way in ways:
            at -= share
            if at < 0:
                return way
        return ways[-1][1]


def _own(tongue: Tongue, script: str, name: tuple[str, ...]) -> str:
    if script == "Ethiopic":
        return _syllables(name)
    own, written = tongue.own, ""
    for place, sound in enumerate(name):
        after_vowel = place == 0 or name[place - 1] in INDEPENDENT
        if script == "Devanagari" and after_vowel and sound in INDEPENDENT:
            written += INDEPENDENT[sound]
        else:
            written += own.get(sound, sound)
    return written.title() if script in ("Latin", "Cyrillic", "Greek") else written


def _syllables(name: tuple[str, ...]) -> str:
    """A consonant with the vowel after it is one sign; a consonant alone has the sixth order."""
    written, sounds = "", list(name)
    while sounds:
        sound = sounds.pop(0)
        order = ORDERS[sounds.pop(0)] if sounds and sounds[0] in ORDERS else ORDERS[""]
        written += chr(ETHIOPIC[sound] + order) if sound in ETHIOPIC else "አ"
    return written
