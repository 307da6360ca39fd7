"""What to look at before an estimate is believed, in green, amber and red."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from amparo.methods.estimation.table import Table


class Colour(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Light:
    """`value`: what was looked at; `amber`, `red`: from where it is so."""

    name: str
    value: float
    amber: float
    red: float

    @property
    def colour(self) -> Colour:
        falls = self.red < self.amber  # where less is worse
        value, amber, red = (
            (-self.value, -self.amber, -self.red) if falls else (self.value, self.amber, self.red)
        )
        if value >= red:
            return Colour.RED
        return Colour.AMBER if value >= amber else Colour.GREEN


def overlap(table: Table) -> Light:
    """People on two lists or more; red below those without whom no stratum is shown."""
    return Light("overlap", table.overlaps(), amber=99, red=19)


def empty_pairs(table: Table) -> Light:
    """Share of pairs of lists that share nobody, among those that could."""
    pairs = [one | two for one, two in combinations([1 << i for i in range(len(table.lists))], 2)]
    possible = [pair for pair in pairs if pair not in table.impossible]
    empty = sum(1 for pair in possible if not table.on(pair))
    return Light("empty_pairs", empty / max(len(possible), 1), amber=1e-9, red=0.5)


def existence(fitted: int, of: int) -> Light:
    """Share of the models looked at that have no finite estimate."""
    return Light("existence", 1 - fitted / of, amber=1e-9, red=0.2)


def r_hat(value: float) -> Light:
    return Light("r_hat", value, amber=1.01, red=1.05)


def failed_samples(failed: int, samples: int) -> Light:
    """Share of the samples without an estimate; red where the upper end of an interval has none."""
    return Light("failed_samples", failed / samples, amber=1e-9, red=0.025)


def apart(totals: Iterable[float]) -> Light:
    """The largest estimate of all methods over the smallest."""
    given = list(totals)
    return Light("methods_apart", max(given) / min(given), amber=1.25, red=2.0)
