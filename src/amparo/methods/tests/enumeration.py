"""A reader with endless patience: tries every table of whole numbers, one cell at a time.

It shares nothing with the room it tests but the published form.
"""

from collections.abc import Sequence
from itertools import product

from amparo.methods.disclosure import TOTAL, Cell, Published


def is_thinkable(published: Published, cell: Cell, value: int, *, most: int) -> bool:
    """Whether some table with no inner cell over `most` agrees, and has this value in the cell."""
    values = {**published.values, **dict.fromkeys(published.impossible, 0)}
    if values.get(cell, value) not in (value, None):
        return False
    hidden = [name for name, given in values.items() if given is None]
    given = {name: number for name, number in values.items() if number is not None}
    inner = list(product(*published.categories.values()))
    sums = [_Sum(inner, name, number, number) for name, number in {**given, cell: value}.items()]
    mark = published.mark_means_at_least
    sums += [_Sum(inner, name, mark, most * len(inner)) for name in hidden]
    return _can_finish([], len(inner), most, sums)


class _Sum:
    def __init__(self, inner: Sequence[Cell], cell: Cell, low: int, high: int) -> None:
        self.places = [place for place, name in enumerate(inner) if _is_under(name, cell)]
        self.low, self.high = low, high

    def still_holds(self, chosen: Sequence[int], most: int) -> bool:
        known = [place for place in self.places if place < len(chosen)]
        so_far = sum(chosen[place] for place in known)
        room = most * (len(self.places) - len(known))
        return so_far <= self.high and so_far + room >= self.low


def _is_under(inner: Cell, cell: Cell) -> bool:
    return all(wide in (TOTAL, narrow) for narrow, wide in zip(inner, cell, strict=True))


def _can_finish(chosen: list[int], size: int, most: int, sums: Sequence[_Sum]) -> bool:
    if not all(one.still_holds(chosen, most) for one in sums):
        return False
    if len(chosen) == size:
        return True
    return any(_can_finish([*chosen, n], size, most, sums) for n in range(most + 1))
