"""How well the same people are found again among invented files whose truth is known."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from amparo.methods.names import words
from amparo.methods.sameness.crowd import Crowd
from support.invented_people import Written


@dataclass
class Tally:
    """`right` and `wrong` of those that were found, and those `missed`."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


def known(files: Sequence[Written]) -> list[tuple[str, str]]:
    """As a file keeps them to be looked through: names folded, and the date of birth."""
    return [(" ".join(words(file.names)), file.born) for file in files]


def searched(files: Sequence[Written], searches: int, seed: int = 1) -> Tally:
    """Look for so many of `files` among all of them."""
    others = defaultdict(set)
    for at, file in enumerate(files):
        others[file.person].add(at)
    folded, tally = known(files), Tally()
    crowd = Crowd(folded)
    for at in random.Random(seed).sample(range(len(files)), searches):
        found = {match.at for match in crowd.like(*folded[at])} - {at}
        wanted = others[files[at].person] - {at}
        tally.right += len(found & wanted)
        tally.wrong += len(found - wanted)
        tally.missed += len(wanted - found)
    return tally
