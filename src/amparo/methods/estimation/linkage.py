"""Records that were not linked though they are one person's, and that were though they are not.

The pattern of a record linkage: of two records of one person, the link is missed at some rate; of
the links that were made, some are false. A person's records are taken to part independently, each
from the others, so that two stay together at the rate that was measured. From the table as it was
linked, tables are drawn as it would have been without fault.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from amparo.methods.estimation.bootstrap import Matrix, acceleration, ends, resampled
from amparo.methods.estimation.methods import Method
from amparo.methods.estimation.refusals import CannotEstimate, Reason
from amparo.methods.estimation.table import Floats, Table, TableError

Random = np.random.Generator
# How many people of a history were seen as each part of it, from how often that happens.
HowMany = Callable[[int, dict[int, float]], dict[int, float]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a clerical check found: `wrong` of `looked_at` links (or of pairs that are one person).

    Raises TableError where more were wrong than looked at.
    """

    wrong: int
    looked_at: int

    def __post_init__(self) -> None:
        if not 0 <= self.wrong <= self.looked_at:
            raise TableError(f"{self.wrong} wrong of {self.looked_at} that were looked at.")

    @property
    def rate(self) -> float:
        return self.wrong / self.looked_at if self.looked_at else 0.0

    def draw(self, random: Random) -> float:
        """From the posterior of the rate under the prior of Jeffreys; nothing where nothing was
        looked at."""
        if not self.looked_at:
            return 0.0
        return float(random.beta(self.wrong + 0.5, self.looked_at - self.wrong + 0.5))


NOT_CHECKED = Checked(0, 0)


@dataclass(frozen=True, slots=True)
class Rates:
    """`missed`: of pairs of records of one person. `false`: of the links that were made."""

    missed: Checked = NOT_CHECKED
    false: Checked = NOT_CHECKED


@dataclass(frozen=True, slots=True)
class Propagated:
    """`as_linked`: the total without any correction. `corrected`: that of the table as it would be
    expected without fault. The interval is over drawn tables: sampling, linkage and choice of
    model together. `failed`: drawn tables without an estimate, which count as larger than any.
    """

    as_linked: float | CannotEstimate
    corrected: float
    low: float
    high: float
    level: float
    samples: int
    failed: int
    seed: int


def parts(history: int, stay: float) -> dict[int, float]:
    """What is still together of a person's records, and how often: at least two lists, else 0.

    `stay`: how often a record stays with the others.
    """
    found: dict[int, float] = {}
    size = history.bit_count()
    for part in range(history + 1):
        if part & history == part:
            left = part.bit_count()
            key = part if left > 1 else 0
            found[key] = found.get(key, 0.0) + stay**left * (1 - stay) ** (size - left)
    return found


def correct(table: Table, missed: float, false: float = 0.0) -> Floats:
    """Counts as they would be expected without fault, shape (2 ** lists,).

    For two lists the shared count over (1 - missed), of what are no false links: Ding and Fienberg
    (1994), Survey Methodology 20: 149-158. For more lists the same, from the most lists down.
    """
    counts = table.vector()

    def parted(history: int, chances: dict[int, float]) -> dict[int, float]:
        return {part: table.counts[history] * chance for part, chance in chances.items()}

    def lost(history: int, chances: dict[int, float]) -> dict[int, float]:
        return {part: counts[history] * v / chances[history] for part, v in chances.items()}

    _apart(table, counts, (1 - false) ** 0.5, parted)
    _together(counts, (1 - missed) ** 0.5, lost)
    return counts


def draw(table: Table, rates: Rates, random: Random) -> Floats:
    """Counts as they may have been without fault, whole numbers, shape (2 ** lists,)."""
    counts = table.vector()

    def shared(number: int, chances: dict[int, float]) -> dict[int, float]:
        shares = np.array(list(chances.values()))
        split = random.multinomial(number, shares / shares.sum())
        return dict(zip(chances, split.astype(float).tolist(), strict=True))

    def parted(history: int, chances: dict[int, float]) -> dict[int, float]:
        return shared(table.counts[history], chances)

    def lost(history: int, chances: dict[int, float]) -> dict[int, float]:
        whole = chances[history]
        others = {part: v for part, v in chances.items() if part != history}
        if whole == 1:
            return {}
        return shared(int(random.negative_binomial(counts[history], whole)), others)

    _apart(table, counts, (1 - rates.false.draw(random)) ** 0.5, parted)
    _together(counts, (1 - rates.missed.draw(random)) ** 0.5, lost)
    return counts


def _apart(table: Table, counts: Floats, stay: float, how_many: HowMany) -> None:
    """Takes false links apart, in place."""
    for history in table.histories:
        if history.bit_count() > 1:
            for part, people in how_many(history, parts(history, stay)).items():
                part_ways(counts, history, part, people)


def _together(counts: Floats, stay: float, how_many: HowMany) -> None:
    """Puts missed links together, in place, from the most lists down."""
    for history in sorted(range(len(counts)), key=int.bit_count, reverse=True):
        if history.bit_count() > 1 and counts[history]:
            for part, people in how_many(history, parts(history, stay)).items():
                part_ways(counts, history, part, -people)


def part_ways(counts: Floats, history: int, part: int, people: float) -> None:
    """In place: so many of this history are seen as `part` of it, and on each of their other lists
    alone. Below zero people, they are put together. No count goes below zero."""
    if part == history:
        return
    counts[history] = max(0.0, counts[history] - people)
    if part:
        counts[part] = max(0.0, counts[part] + people)
    for bit in (1 << at for at in range(history.bit_length())):
        if history & ~part & bit:
            counts[bit] = max(0.0, counts[bit] + people)


def propagate(
    table: Table, method: Method, rates: Rates, *, samples: int = 1000, seed: int = 1,
    level: float = 0.95,
) -> Propagated | CannotEstimate:  # fmt: skip
    """Draws people, rates of error and tables without fault, and chooses a model for each."""
    random = np.random.default_rng((seed, samples, 2))
    drawn: Matrix = np.array(
        [draw(table.with_counts(each), rates, random) for each in resampled(table, samples, seed)]
    )
    return over(table, method, drawn, whole=correct(table, rates.missed.rate, rates.false.rate),
                seed=seed, level=level)  # fmt: skip


def over(
    table: Table, method: Method, drawn: Matrix, *, whole: Floats, seed: int, level: float = 0.95
) -> Propagated | CannotEstimate:
    """The same for tables drawn by whoever linked the records, each resampled once.

    `drawn`: shape (samples, 2 ** lists). `whole`: the counts that are thought likeliest.
    """
    middle = table.with_counts(np.round(whole))
    corrected, totals = method.total(middle), method.totals(middle)
    if isinstance(corrected, CannotEstimate):
        return corrected
    if isinstance(totals, CannotEstimate):
        return totals
    found = np.sort(totals(drawn))
    low, high = ends(found, corrected, acceleration(middle, totals), level)
    if not np.isfinite(high):
        return CannotEstimate(Reason.FAILED_SAMPLES)
    failed = int(np.isinf(found).sum())
    as_linked = method.total(table)
    return Propagated(as_linked, corrected, low, high, level, len(found), failed, seed)
