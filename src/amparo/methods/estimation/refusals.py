"""When no number is given, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Who shows it says it in a sentence."""

    NOBODY = "nobody"  # every count is zero
    ONE_LIST = "one_list"  # fewer than two lists have anybody
    ONE_CELL = "one_cell"  # everybody has the same history
    NO_OVERLAP = "no_overlap"  # nobody is on two lists
    TOO_LARGE = "too_large"  # more people than the arithmetic is exact for
    TOO_MANY_LISTS = "too_many_lists"  # more than this method can go through
    TOO_FEW_LISTS = "too_few_lists"  # fewer than this method needs
    IMPOSSIBLE = "impossible"  # this method knows no histories that cannot occur
    NOT_IDENTIFIABLE = "not_identifiable"  # several sets of parameters fit equally well
    NO_FINITE_ESTIMATE = "no_finite_estimate"  # no extended maximum likelihood estimate exists
    FAILED_SAMPLES = "failed_samples"  # so many samples have no estimate that an end has none
    ONE_VALUE = "one_value"  # the samples agree, or all lie on one side: no interval
    FEW_OVERLAPS = "few_overlaps"  # a stratum with too few to be shown by itself
    CHAINS_DISAGREE = "chains_disagree"  # R-hat is above its limit


@dataclass(frozen=True, slots=True)
class CannotEstimate:
    """A result, not an error: returned in the place of an estimate or of an interval."""

    reason: Reason
