"""What an agreement is worth: as much as it is rarer among the files at hand than for one person.

Fellegi and Sunter (1969), in bits: the binary logarithm of how often the agreement is seen when two
files are one person's, over how often it is seen by chance. The first is taken from how names and
dates go astray in general; the second is counted among the very files that are looked through, so
that a name that many bear there says little and a rare one much, in any country. Two files are
shown once one in four of those that agree so well is right: to look in vain costs a minute, to miss
somebody costs them telling everything again. The sum is shown to nobody.
"""

from math import log2

import numpy as np

from amparo.methods.sameness.births import Births
from amparo.methods.sameness.likeness import Floats

Steps = np.ndarray[tuple[int], np.dtype[np.intp]]
ROUNDING = 1e-6
# How many of those who are looked for are known already; how many that are just shown are right.
KNOWN_ALREADY, RIGHT = 0.2, 1 / 4
# How alike a part of a name is at least, and how often it is so in two files of one person.
STEPS = ((1.0, 0.70), (0.9, 0.08), (0.8, 0.08), (0.7, 0.05))
OTHERWISE = 0.04  # both files have a further part and the two differ
MISSING = 0.8  # one of the files has fewer parts
# By chance, before anything was counted: how often a part of a name is that alike.
COMMON = (1 / 1000, 1 / 700, 1 / 400, 1 / 100)
WEIGHT_OF_PRIOR = 500
# How often two dates of one person agree so; and how often by chance if born within 35 years.
BIRTHS: dict[Births, tuple[float, float]] = {
    Births.SAME_DAY: (0.60, 1 / 12_000),
    Births.DAY_AND_MONTH_SWAPPED: (0.04, 1 / 24_000),
    Births.ONE_FIGURE_APART: (0.06, 1 / 1_200),
    Births.SAME_YEAR: (0.20, 1 / 35),
    Births.YEARS_NEAR: (0.07, 4 / 35),
    Births.OTHER_DAY: (0.01, 1 / 38),
    Births.OTHER_YEAR: (0.02, 0.8),
}


def asked(files: int) -> float:
    """Bits at which, among so many files, as many of those that agree so well are right."""
    return log2(max(files, 1) / KNOWN_ALREADY * RIGHT / (1 - RIGHT))


def of_a_part(step: int, as_alike: int, files: int) -> float:
    """`as_alike`: how many of the other files have a part that is alike to this step at least."""
    chance = (as_alike + WEIGHT_OF_PRIOR * COMMON[step]) / (files + WEIGHT_OF_PRIOR)
    return log2(STEPS[step][1] / chance)


def of_births(births: Births, as_well: int, files: int) -> float:
    """Nothing for or against where a date is unknown."""
    if births is Births.UNKNOWN:
        return 0.0
    one_person, chance = BIRTHS[births]
    return log2(one_person / ((as_well + files * chance) / (2 * files)))


def steps(alike: Floats) -> Steps:
    """For each likeness the step it reaches; as many as there are steps where it reaches none."""
    found: Steps = np.full(len(alike), len(STEPS), np.intp)
    for at, (least, _) in reversed(list(enumerate(STEPS))):
        found[alike >= least - ROUNDING] = at
    return found


def step(alike: float) -> int:
    reached = (at for at, (least, _) in enumerate(STEPS) if alike >= least - ROUNDING)
    return next(reached, len(STEPS))
