"""Which cells of a frequency table must be hidden so that no small count can be worked out.

The rule. Let t be the threshold. A count from 1 to t-1 is small. A table is safe when, for
each small count of the whole table, inner cell or margin, shown or not, there is another
table of whole numbers that agrees with everything published and in which that cell holds t or
more; and, if the cell is shown, one in which it holds as few as the marks alone leave
thinkable (one person in each hidden cell that it sums). So somebody who knows all the
published numbers, that they add up, and what the mark means, learns from them no more about a
hidden small count than the mark says: not that it is small, let alone which number it is. The
other tables are kept as the proof and checked exactly; a bound from a linear programme alone
would not do, as a cell can have a wide interval of fractions and one whole number in it.

Zeros. By default a zero is printed, and so a hidden cell is known to hold at least one
person; the proof allows the outsider that. Printing a zero says that *nobody* of a group is
in a category, and where the rest of a row is zero it says that *everybody* is in one.
Where membership of a group is known to neighbours and that would harm, pass
`hide_zeros=True`: then a zero counts as small, the mark says nothing, and each small cell must
be able to be zero as well as t or more. Impossible (structural) zeros are printed always.

What it does not cover: an outsider who knows some of the people counted, or another release
of the same people. Protect releases together, as one table with a dimension more.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from amparo.methods.disclosure.cells import TOTAL, Cell
from amparo.methods.disclosure.errors import BadDimension
from amparo.methods.disclosure.knowledge import Knowledge, Mask
from amparo.methods.disclosure.published import Published
from amparo.methods.disclosure.search import Search
from amparo.methods.disclosure.table import Counts, Table


class Status(StrEnum):
    """Why a cell is hidden. For those who prepare a release; never to be published."""

    PUBLISHED = ""
    PRIMARY = "P"
    SECONDARY = "S"


_STATUS = {False: Status.PUBLISHED, True: Status.SECONDARY}


@dataclass(frozen=True, eq=False)
class Protected:
    """A table, what of it may be published, and the proof. Only `published` may leave the house."""

    table: Table
    threshold: int
    published: Published
    status: Mapping[Cell, Status]
    changes: tuple[Counts, ...]


def protect(
    table: Table,
    threshold: int = 5,
    *,
    hide_zeros: bool = False,
    views: Sequence[Collection[str]] | None = None,
) -> Protected:
    """Hide every count from 1 to threshold - 1, and what else would give one away.

    views: the sets of dimensions to publish, each with its margins, such as
    [{"form", "sex"}, {"year", "sex"}]; without it the whole table. All views are protected
    together against a reader who has them all. The answer is the same on every run.
    Raises BadDimension for a view of an unknown dimension, ValueError for a threshold below 2.
    """
    if threshold < 2:
        raise ValueError(f"The threshold is {threshold}; below 2 there is nothing to hide.")
    search = Search(Knowledge(table, _shown(table, views), 0 if hide_zeros else 1), threshold)
    search.hide()
    search.reveal()
    search.check()
    return _protected(search)


def _protected(search: Search) -> Protected:
    table, known = search.known.table, search.known
    status: dict[Cell, Status] = {}
    values: dict[Cell, int | None] = {}
    for number, cell in enumerate(table.cells()):
        if not known.shown[number]:
            continue
        hidden = bool(search.hidden[number])
        status[cell] = Status.PRIMARY if search.primary[number] else _STATUS[hidden]
        values[cell] = None if hidden else int(known.counts[number])
    published = Published(table.categories, values, known.lowest, table.impossible)
    return Protected(table, search.threshold, published, status, tuple(search.changes))


def _shown(table: Table, views: Sequence[Collection[str]] | None) -> Mask:
    names = set(table.categories)
    for view in views or ():
        if not set(view) <= names:
            raise BadDimension(f"The table has no dimension {min(set(view) - names)}.")
    wanted = [names] if views is None else [set(view) for view in views]
    spread = (
        {name for name, category in zip(table.categories, cell, strict=True) if category != TOTAL}
        for cell in table.cells()
    )
    return np.array([any(dims <= view for view in wanted) for dims in spread])
