"""Tables that the tests of disclosure control share."""

from collections.abc import Sequence
from itertools import product
from math import prod

from hypothesis import strategies as st

from amparo.methods.disclosure import (
    TOTAL,
    Cell,
    Protected,
    Published,
    Status,
    Table,
    attack,
    subtract,
)


def table_of(shape: Sequence[int], counts: Sequence[int]) -> Table:
    """A table with dimensions a, b, c... and categories a0, a1..., filled row by row."""
    categories = {
        name: [f"{name}{i}" for i in range(size)]
        for name, size in zip("abcdef", shape, strict=False)
    }
    return Table.from_cells(
        categories, dict(zip(product(*categories.values()), counts, strict=True))
    )


def tables(shapes: Sequence[Sequence[int]], most: int) -> st.SearchStrategy[Table]:
    """Tables of one of the shapes, where small counts and zeros are as common as large ones."""
    count = st.one_of(st.integers(0, 3), st.integers(0, most))

    def of_shape(shape: Sequence[int]) -> st.SearchStrategy[Table]:
        counts = st.lists(count, min_size=prod(shape), max_size=prod(shape))
        return counts.map(lambda given: table_of(shape, given))

    return st.sampled_from(list(shapes)).flatmap(of_shape)


def only_small_hidden(table: Table, threshold: int) -> Published:
    """What the plain rule publishes: every count below the threshold hidden and nothing else."""
    counts = {cell: table.count(cell) for cell in table.cells()}
    values = {cell: None if 0 < n < threshold else n for cell, n in counts.items()}
    return Published(table.categories, values, 1)


def small_cells(protected: Protected) -> list[Cell]:
    return [cell for cell, status in protected.status.items() if status is Status.PRIMARY]


def marks_allow(protected: Protected, cell: Cell) -> int:
    """The least a hidden cell can hold, from the marks alone: one for each positive cell in it."""
    table, mark = protected.table, protected.published.mark_means_at_least
    under = product(*(names if at == TOTAL else (at,) for names, at in _axes(table, cell)))
    return sum(mark for inner in under if table.count(inner))


def _axes(table: Table, cell: Cell) -> list[tuple[tuple[str, ...], str]]:
    return list(zip(table.categories.values(), cell, strict=True))


def assert_safe(protected: Protected) -> None:
    published, threshold = protected.published, protected.threshold
    assert subtract(published) == {}
    found = attack(published)
    assert not [cell for cell, interval in found.items() if interval.exact]
    assert not [cell for cell, interval in found.items() if interval.shows_small(threshold)]
    for cell in small_cells(protected):
        assert found[cell].low == marks_allow(protected, cell)
