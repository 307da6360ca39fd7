"""Since when something is asked, and when it was last said again."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Chain(Generic[K]):
    """All that says the same, the earliest first; those of one year in the order of their names."""

    links: tuple[K, ...]
    first_said: int
    last_said: int


def chain(of: K, links: Iterable[tuple[K, K]], said_in: Mapping[K, int]) -> Chain[K]:
    """Everything that is linked to `of`, in one step or in many. `said_in`: the year of each."""
    beside: defaultdict[K, set[K]] = defaultdict(set)
    for one, other in links:
        beside[one].add(other)
        beside[other].add(one)
    found, waiting = {of}, [of]
    while waiting:
        new = beside[waiting.pop()] - found
        found |= new
        waiting += new
    ordered = tuple(sorted(found, key=lambda each: (said_in[each], str(each))))
    return Chain(ordered, said_in[ordered[0]], said_in[ordered[-1]])
