"""What a comparison says, for whoever puts it in words."""

from dataclasses import dataclass
from enum import StrEnum

from amparo.methods.sameness.births import Births


class Names(StrEnum):
    """How two names agree."""

    SAME = "same_names"
    OTHER_ORDER = "same_names_in_another_order"
    OTHER_SPELLING = "names_spelt_otherwise"
    PARTLY = "some_of_the_names"


@dataclass(frozen=True)
class Match:
    """The place in the list that was looked through, and why. The bits only order them."""

    at: int
    names: Names
    births: Births
    bits: float
