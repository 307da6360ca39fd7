"""What is called a gap and what an overlap: two plain rules over counts, said on the page too."""

from enum import StrEnum

from amparo.directory.coverage.queries import Tally

# What was asked for in a year: long enough that the needs of each season are among them.
MONTHS = 12
# One service alone overlaps with nobody.
SEVERAL = 2
# While half of the places are taken, a second service is no luxury but what tonight's needs use.
HALF = 2


class Verdict(StrEnum):
    MISSED = "missed"
    GAP = "gap"
    OVERLAP = "overlap"
    COVERED = "covered"


def verdict(there: Tally, asked: int) -> Verdict:
    """`asked`: the needs of that kind in that region within MONTHS."""
    if not there.services:
        return Verdict.MISSED if asked else Verdict.GAP
    taken = there.places - there.free
    unused = taken * HALF < there.places and asked < there.free
    return Verdict.OVERLAP if there.services >= SEVERAL and unused else Verdict.COVERED
